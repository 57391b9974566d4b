import { t } from '../../../lib/platform/words.ts';
import type { Commands } from '../../popup/useCommands.ts';
import type { Formats } from './formats.ts';
import { sumWords } from './InvoiceDialog.tsx';
import type { Shown } from './useShownEntries.ts';

interface Props {
  readonly shown: Shown;
  readonly formats: Formats;
  readonly commands: Commands;
  readonly onDone: () => void;
}

/** What is on invoices already: paid, unlocked to be corrected, or taken off them. */
export function InvoicedPart({ shown, formats, commands, onDone }: Props) {
  const numbers = [...new Set(shown.entries.map(({ invoice }) => invoice?.number ?? ''))];
  const named = numbers.length > 5 ? `${numbers.slice(0, 5).join(', ')} …` : numbers.join(', ');
  const entries = [...shown.addresses];
  const count = formats.number(entries.length);
  const unpaid = shown.entries.some(({ invoice }) => !invoice?.paid);
  const locked = shown.entries.some(({ invoice }) => invoice?.locked);
  const unlock = (takeOff: boolean, said: string): void => {
    void commands.run({ type: 'entries.unlock', entries, takeOff }, ({ undo }) => {
      commands.say(said, undo);
      onDone();
    });
  };
  const pay = (): void => {
    void commands.run({ type: 'entries.paid', entries }, ({ undo }) => {
      commands.say(t('saidPaid', count), undo);
      onDone();
    });
  };
  return (
    <div class="invoiced-part">
      <p>{t('onInvoices', sumWords(shown, formats), named)}</p>
      <div class="row wrap">
        {unpaid && (
          <button class="btn" type="button" onClick={pay}>
            {t('markPaid')}
          </button>
        )}
        {locked && (
          <button class="btn" type="button" onClick={() => unlock(false, t('saidUnlocked', count))}>
            {t('unlock')}
          </button>
        )}
        <button class="btn" type="button" onClick={() => unlock(true, t('saidTakenOff', count))}>
          {t('takeOffInvoice')}
        </button>
      </div>
    </div>
  );
}
