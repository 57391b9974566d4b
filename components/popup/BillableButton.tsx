import { currencySign } from '../../lib/domain/format.ts';
import { currencyOfLocale } from '../../lib/domain/locale.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';

interface Props {
  readonly on: boolean;
  readonly boxed?: boolean;
  /** ISO 4217; null: the locale's. */
  readonly currency: string | null;
  readonly onToggle: (on: boolean) => void;
}

export function BillableButton({ on, boxed = false, currency, onToggle }: Props) {
  const locale = formatLocale();
  return (
    <button
      class={boxed ? 'icon box' : 'icon'}
      type="button"
      aria-pressed={on}
      aria-label={t('billable')}
      title={t('billable')}
      onClick={() => onToggle(!on)}
    >
      <span class="sign">{currencySign(currency ?? currencyOfLocale(locale), locale)}</span>
    </button>
  );
}
