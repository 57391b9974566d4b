import { addDays, dayOf } from '../../lib/domain/civil.ts';
import type { Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { part } from '../hooks/part.ts';
import { useJournal } from '../hooks/useJournal.ts';
import { addressOf } from '../popup/address-of.ts';
import type { Choices } from '../popup/useChoices.ts';
import { Dialog } from '../ui/Dialog.tsx';
import type { Page } from './usePage.ts';

const edit = part(() => import('../popup/EditEntry.tsx'));

interface Props {
  readonly page: Page;
  readonly choices: Choices;
  readonly entry: TimeEntry;
  readonly now: () => Instant;
  readonly onClose: () => void;
  /** Another entry is to be edited instead: a copy of it. */
  readonly onOpen: (entry: TimeEntry) => void;
}

/** Everything about one entry, over the page: the same as in the popup. */
export function EntryDialog({ page, choices, entry, now, onClose, onOpen }: Props) {
  const view = edit.usePart();
  const day = dayOf(entry.start, entry.zone);
  const data = useJournal(
    async (reader) => ({
      running: await reader.running(),
      favourites: await reader.single('favourites'),
      pages: await reader.pagesBetween(addDays(day, -1), day),
    }),
    [day],
  );
  if (!view || !data) return null;
  return (
    <Dialog label={t('editEntry')} onClose={onClose}>
      <view.EditEntry
        key={entry.id}
        actions={page.actions}
        commands={page.commands}
        choices={choices}
        data={data}
        now={now}
        entry={entry}
        address={addressOf(entry)}
        onClose={onClose}
        onOpen={onOpen}
      />
    </Dialog>
  );
}
