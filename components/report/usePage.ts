import { useMemo } from 'preact/hooks';
import { send } from '../../lib/messaging/client.ts';
import { useJournalQueries } from '../hooks/useJournal.ts';
import type { PopupActions } from '../popup/types.ts';
import { type Commands, useCommands } from '../popup/useCommands.ts';

/** What every view of the page may do: send commands, say what they did, read the catalogue. */
export interface Page {
  readonly actions: PopupActions;
  readonly commands: Commands;
}

export function usePage(): Page {
  const queries = useJournalQueries();
  const actions = useMemo(
    (): PopupActions => ({ send, catalogue: (kind) => queries.read((reader) => reader.things(kind)) }),
    [queries],
  );
  return { actions, commands: useCommands(actions) };
}
