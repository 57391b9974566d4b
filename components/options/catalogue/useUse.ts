import { EVERY_DAY } from '../../../lib/domain/days.ts';
import type { Id, TimeEntry } from '../../../lib/domain/entry.ts';
import { useJournal } from '../../hooks/useJournal.ts';
import type { AnyThing } from './dialogs.ts';

/** How much names a thing. */
export interface Use {
  readonly entries: number;
  /** Projects of a client, tasks of a project. */
  readonly owned: number;
}

const names =
  (id: Id) =>
  ({ projectId, taskId, tagIds }: TimeEntry): boolean =>
    projectId === id || taskId === id || tagIds.includes(id);

/** Counted when it is asked for, entry by entry; null while it is counted. */
export const useUse = ({ kind, id }: AnyThing): Use | null =>
  useJournal(
    async (reader) => {
      let entries = 0;
      const isNamed = names(id);
      if (kind !== 'client') {
        await reader.eachPage(EVERY_DAY.first, (page) => {
          entries += page.entries.filter(isNamed).length;
        });
      }
      const projects =
        kind === 'client' ? (await reader.things('project')).filter(({ clientId }) => clientId === id) : [];
      const tasks = kind === 'project' ? (await reader.things('task')).filter(({ projectId }) => projectId === id) : [];
      return { entries, owned: projects.length + tasks.length };
    },
    [id],
  );
