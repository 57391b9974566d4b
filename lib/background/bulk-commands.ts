import type { Id, TimeEntry, Work } from '../domain/entry.ts';
import type { Rate } from '../domain/rate.ts';
import { isRefused, type Refused, refuse } from '../domain/refusal.ts';
import { sameWork } from '../domain/timer.ts';
import type { CommandOf, WorkInput } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Context, Handler } from './context.ts';
import { entriesAt } from './entry-commands.ts';
import { workOf } from './tracked.ts';
import { type ResolvedWork, rateOfWork, resolveWork } from './work-input.ts';

type Patch = CommandOf<'entries.update'>['work'];

/** Finds or makes what the patch names, once for all entries. */
function resolvePatch(reader: JournalReader, patch: Patch, context: Context): Promise<ResolvedWork | Refused> {
  const { tags } = patch;
  const input: WorkInput = {
    description: patch.description ?? '',
    project: patch.project ?? null,
    client: patch.client ?? null,
    task: patch.task ?? null,
    tags: tags === undefined ? [] : 'set' in tags ? tags.set : tags.add,
    billable: patch.billable ?? false,
  };
  return resolveWork(reader, input, context);
}

/** Tags taken away, by id or by name as they were given; one that is gone needs no taking away. */
async function removedTags(reader: JournalReader, patch: Patch): Promise<ReadonlySet<Id>> {
  const removed = patch.tags && 'remove' in patch.tags ? patch.tags.remove : [];
  const ids = removed.flatMap((choice) => ('id' in choice ? choice.id : []));
  const names = new Set(removed.flatMap((choice) => ('create' in choice ? choice.create : [])));
  const named = names.size === 0 ? [] : (await reader.things('tag')).filter(({ name }) => names.has(name));
  return new Set([...ids, ...named.map(({ id }) => id)]);
}

function tagsAfter(entry: TimeEntry, patch: Patch, added: readonly Id[], removed: ReadonlySet<Id>): readonly Id[] {
  if (patch.tags === undefined) return entry.tagIds;
  if ('set' in patch.tags) return added;
  return [...new Set([...entry.tagIds, ...added])].filter((id) => !removed.has(id));
}

/** The work of one of the entries afterwards. A task belongs to its project and goes with it. */
function workAfter(entry: TimeEntry, patch: Patch, given: Work, removed: ReadonlySet<Id>): Work {
  const projectId = patch.project === undefined ? entry.projectId : given.projectId;
  const sameProject = projectId === entry.projectId;
  return {
    description: patch.description === undefined ? entry.description : given.description,
    projectId,
    taskId: patch.task === undefined && sameProject ? entry.taskId : given.taskId,
    tagIds: tagsAfter(entry, patch, given.tagIds, removed),
    billable: patch.billable ?? entry.billable,
  };
}

export const updateEntries: Handler<CommandOf<'entries.update'>> = async (reader, { entries, work }, context) => {
  if (work.task && !work.project) return refuse('taskGone');
  const found = await entriesAt(reader, entries);
  if (isRefused(found)) return found;
  const given = await resolvePatch(reader, work, context);
  if (isRefused(given)) return given;
  const removed = await removedTags(reader, work);
  const rates = new Map<string, Rate | null>();
  const changes: Change[] = [...given.changes];
  for (const entry of found) {
    const next = workAfter(entry, work, given.work, removed);
    if (sameWork(workOf(entry), next)) continue;
    const account = `${next.projectId} ${next.taskId}`;
    const moved = next.projectId !== entry.projectId || next.taskId !== entry.taskId;
    const isGiven = moved && next.projectId === given.work.projectId && next.taskId === given.work.taskId;
    if (moved && !rates.has(account)) rates.set(account, isGiven ? given.rate : await rateOfWork(reader, next));
    const rate = moved ? (rates.get(account) ?? null) : entry.rate;
    changes.push({ kind: 'entry', before: entry, after: { ...entry, ...next, rate, changed: context.now } });
  }
  return { changes, result: {} };
};

export const deleteEntries: Handler<CommandOf<'entries.delete'>> = async (reader, { entries }) => {
  const found = await entriesAt(reader, entries);
  if (isRefused(found)) return found;
  return { changes: found.map((before) => ({ kind: 'entry', before, after: null })), result: {} };
};
