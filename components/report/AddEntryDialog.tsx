import type { Instant, Span } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { part } from '../hooks/part.ts';
import type { Choices } from '../popup/useChoices.ts';
import { Dialog } from '../ui/Dialog.tsx';
import type { DaysData } from './read-days.ts';
import type { Page } from './usePage.ts';

const add = part(() => import('../popup/AddEntry.tsx'));

interface Props {
  readonly page: Page;
  readonly choices: Choices;
  readonly data: DaysData;
  readonly span: Span;
  readonly now: () => Instant;
  readonly onClose: () => void;
}

/** A new entry over the page, with its time filled in: the same form as in the popup. */
export function AddEntryDialog({ page, choices, data: { running, settings }, span, now, onClose }: Props) {
  const view = add.usePart();
  if (!view) return null;
  return (
    <Dialog label={t('addEntry')} onClose={onClose}>
      <view.AddEntry
        actions={page.actions}
        commands={page.commands}
        choices={choices}
        data={{ running, settings, pages: [] }}
        span={span}
        now={now}
        onClose={() => onClose()}
      />
    </Dialog>
  );
}
