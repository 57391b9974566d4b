import { amountOf, type Rate } from '../../lib/domain/rate.ts';
import { t } from '../../lib/platform/words.ts';
import { Switch } from '../ui/Switch.tsx';
import { moneyText } from '../words-of-time.ts';

interface Props {
  readonly on: boolean;
  readonly rate: Rate | null;
  /** Length of the entry in milliseconds. */
  readonly ms: number;
  readonly onChange: (on: boolean) => void;
}

/** Billable or not, with what that comes to when a rate holds. */
export function BillableSwitch({ on, rate, ms, onChange }: Props) {
  const worth =
    on && rate
      ? t('anHourAndAmount', moneyText(rate.amount, rate.currency), moneyText(amountOf(rate, ms), rate.currency))
      : null;
  return (
    <div class="row">
      <span class="grow">
        <label class="name" for="edit-billable">
          {t('billable')}
        </label>{' '}
        <span class="quiet num" id="edit-worth">
          {worth}
        </span>
      </span>
      <Switch id="edit-billable" on={on} describedBy="edit-worth" onChange={onChange} />
    </div>
  );
}
