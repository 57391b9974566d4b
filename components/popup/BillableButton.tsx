import { t } from '../../lib/platform/words.ts';
import { lately } from './parts.ts';

interface Props {
  readonly on: boolean;
  readonly boxed?: boolean;
  /** ISO 4217; null: the locale's. */
  readonly currency: string | null;
  readonly onToggle: (on: boolean) => void;
}

export function BillableButton({ on, boxed = false, currency, onToggle }: Props) {
  const recent = lately.usePart();
  return (
    <button
      class={boxed ? 'icon box' : 'icon'}
      type="button"
      aria-pressed={on}
      aria-label={t('billable')}
      title={t('billable')}
      onClick={() => onToggle(!on)}
    >
      <span class="sign">{recent?.signOf(currency)}</span>
    </button>
  );
}
