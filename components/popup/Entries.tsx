import { useEffect, useState } from 'preact/hooks';
import type { Day, Instant } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { EmptyState } from './EmptyState.tsx';
import { EntryList } from './EntryList.tsx';
import { type EntryActions, entryActions } from './entry-actions.ts';
import type { PopupData, Shortcuts } from './types.ts';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly data: PopupData;
  readonly done: ReadonlyMap<Day, number>;
  readonly zone: string;
  readonly now: () => Instant;
  readonly shortcuts: Shortcuts;
  readonly commands: Commands;
  readonly onEdit: EntryActions['edit'];
}

/** The lower part of the popup: the entries, or what stands for them. */
export function Entries({ data, shortcuts, commands, onEdit, ...rest }: Props) {
  const empty = data.pages.every((page) => page.entries.length === 0);
  if (data.status === 'loading') return <Loading />;
  return (
    // Without a control inside, the keyboard can still scroll it.
    <section class="scroll" aria-label={t('entriesRegion')} tabIndex={empty ? 0 : undefined}>
      {empty ? (
        <EmptyState shortcuts={shortcuts} running={data.running !== null} tracked={data.recent.length > 0} />
      ) : (
        <EntryList data={data} {...rest} on={entryActions(commands, onEdit)} />
      )}
    </section>
  );
}

const PATIENCE = 1000;

/** Nothing at first: most of the time the entries are there before anybody has read a word. */
function Loading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p class="scroll loading" role="status">
      {late && t('loadingEntries')}
    </p>
  );
}
