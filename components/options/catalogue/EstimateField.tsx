import { useState } from 'preact/hooks';
import type { Estimate } from '../../../lib/domain/catalogue.ts';
import { typedDuration } from '../../../lib/domain/typed-duration.ts';
import { t } from '../../../lib/platform/words.ts';
import { durationText } from '../../duration-text.ts';
import { TextField } from '../../ui/TextField.tsx';
import { type MoneyDraft, MoneyField, useMoney } from './RateField.tsx';

type Unit = 'none' | 'hours' | 'money';

export interface EstimateDraft {
  readonly unit: Unit;
  readonly hours: string;
  readonly money: MoneyDraft;
  /** Undefined: what is typed is no estimate. */
  readonly value: Estimate | null | undefined;
  readonly setUnit: (unit: Unit) => void;
  readonly setHours: (hours: string) => void;
}

export function useEstimate(stored: Estimate | null): EstimateDraft {
  const [unit, setUnit] = useState<Unit>(stored === null ? 'none' : 'ms' in stored ? 'hours' : 'money');
  const [hours, setHours] = useState(stored && 'ms' in stored ? durationText(stored.ms) : '');
  const money = useMoney(stored && 'amount' in stored ? stored : null);
  return { unit, hours, money, setUnit, setHours, value: read(unit, hours, money) };
}

function read(unit: Unit, hours: string, money: MoneyDraft): Estimate | null | undefined {
  if (unit === 'none') return null;
  if (unit === 'money') return money.value && money.value.amount > 0 ? money.value : undefined;
  const typed = typedDuration(/^\s*\d+\s*$/.test(hours) ? `${hours}h` : hours);
  return 'ms' in typed && typed.ms > 0 ? { ms: typed.ms } : undefined;
}

/** What a project was expected to take, in hours or in money. */
export function EstimateField({ draft }: { readonly draft: EstimateDraft }) {
  const { unit, hours, money, value, setUnit, setHours } = draft;
  return (
    <>
      <div class="f">
        <label for="thing-estimate">{t('estimate')}</label>
        <select
          class="in"
          id="thing-estimate"
          value={unit}
          onChange={({ currentTarget }) => setUnit(currentTarget.value as Unit)}
        >
          <option value="none">{t('noEstimate')}</option>
          <option value="hours">{t('estimateInHours')}</option>
          <option value="money">{t('estimateInMoney')}</option>
        </select>
      </div>
      {unit === 'hours' && (
        <TextField
          id="thing-estimate-hours"
          label={t('estimatedHours')}
          value={hours}
          error={value === undefined && hours !== '' ? t('useADuration') : null}
          onInput={setHours}
        />
      )}
      {unit === 'money' && <MoneyField id="thing-estimate-money" label={t('estimatedAmount')} draft={money} />}
    </>
  );
}
