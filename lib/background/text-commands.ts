import type { Work } from '../domain/entry.ts';
import { fold } from '../domain/fold.ts';
import { refuse } from '../domain/refusal.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Handler } from './context.ts';
import { type Stopped, startWork } from './timer-commands.ts';

/** Work a person means by a description alone: what is pinned first, then what was done lately, else the default project's. */
async function workCalled(reader: JournalReader, description: string): Promise<Work> {
  const called = ({ description: other }: Work): boolean => fold(other) === fold(description);
  const pinned = (await reader.single('favourites')).find(called);
  const known: Work | undefined = pinned ?? (await reader.recent()).find(called);
  if (known) return known;
  const { defaultProjectId } = await reader.settings();
  const project = defaultProjectId ? await reader.thing('project', defaultProjectId) : null;
  return {
    description,
    projectId: project?.id ?? null,
    taskId: null,
    tagIds: [],
    billable: project?.billable ?? false,
  };
}

export const startText: Handler<CommandOf<'timer.startText'>, Stopped> = async (reader, command, context) => {
  const description = command.description.replace(/\s+/g, ' ').trim();
  return startWork(reader, await workCalled(reader, description), context);
};

export const continueLast: Handler<CommandOf<'timer.continueLast'>, Stopped> = async (reader, _command, context) => {
  const entry = await reader.latestEntry();
  return entry ? startWork(reader, entry, context) : refuse('nothingToContinue');
};
