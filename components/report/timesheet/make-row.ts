import type { Id } from '../../../lib/domain/entry.ts';
import type { RowWork } from '../../../lib/domain/timesheet.ts';
import type { Choice } from '../../../lib/messaging/commands.ts';
import { t } from '../../../lib/platform/words.ts';
import type { Commands } from '../../popup/useCommands.ts';
import { creates } from '../../popup/work-draft.ts';

/** What a new row stands for; what was only named so far is made first. */
export interface ChosenRow {
  readonly project: Choice | null;
  /** Of a project that is made. */
  readonly client: Choice | null;
  readonly task: Choice | null;
}

/** Makes what a row names and does not exist yet; `then` follows when all of it is there. */
export function makeRow(commands: Commands, { project, client, task }: ChosenRow, then: (work: RowWork) => void): void {
  const withTask = (projectId: Id | null) => {
    if (!creates(task)) return then({ projectId, taskId: task?.id ?? null });
    // Without a project there is no task to choose or to make.
    if (projectId === null) return then({ projectId, taskId: null });
    const name = task.create;
    void commands.run({ type: 'task.create', projectId, fields: { name } }, ({ id, undo }) => {
      commands.say(t('madeThing', name), undo);
      then({ projectId, taskId: id });
    });
  };
  if (creates(project)) {
    const name = project.create;
    void commands.run({ type: 'project.create', fields: { name, client } }, ({ id, undo }) => {
      commands.say(t('madeThing', name), undo);
      withTask(id);
    });
  } else withTask(project?.id ?? null);
}
