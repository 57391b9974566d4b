import { dayOf } from '../../lib/domain/civil.ts';
import type { Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { part } from '../hooks/part.ts';
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
}

/** Everything about one entry, over the page: the same as in the popup. */
export function EntryDialog({ page, choices, entry, now, onClose }: Props) {
  const view = edit.usePart();
  if (!view) return null;
  return (
    <Dialog label={t('editEntry')} onClose={onClose}>
      <view.EditEntry
        actions={page.actions}
        commands={page.commands}
        choices={choices}
        data={{ running: null }}
        now={now}
        entry={entry}
        address={{ day: dayOf(entry.start, entry.zone), id: entry.id }}
        onClose={onClose}
      />
    </Dialog>
  );
}
