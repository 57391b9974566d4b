import type { EntryAddress, TimeEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { invoiceText } from '../invoice-text.ts';
import { Note } from '../ui/Note.tsx';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly entry: TimeEntry;
  readonly address: EntryAddress;
  readonly commands: Commands;
  readonly onUnlocked: () => void;
}

/** That an invoice was written for the entry, and a way to unlock it on purpose. */
export function InvoiceNote({ entry, address, commands, onUnlocked }: Props) {
  if (!entry.invoice) return null;
  const unlock = () =>
    void commands.run({ type: 'entries.unlock', entries: [address], takeOff: false }, ({ undo }) => {
      commands.say(t('saidUnlockedOne'), undo);
      onUnlocked();
    });
  return (
    <Note tone="warn">
      {invoiceText(entry)}. {entry.invoice.locked && t('lockedByInvoice')}
      {entry.invoice.locked && (
        <div class="row">
          <button class="btn sm" type="button" onClick={unlock}>
            {t('unlock')}
          </button>
        </div>
      )}
    </Note>
  );
}
