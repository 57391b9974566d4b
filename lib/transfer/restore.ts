import type { Things } from '../domain/catalogue.ts';
import type { Day, Id, TimeEntry, Work } from '../domain/entry.ts';
import { type RecentWork, rememberWork } from '../domain/suggestions.ts';
import { type Counters, chunksOf } from '../storage/items.ts';
import type { Journal } from '../storage/journal.ts';
import { byStart } from '../storage/page-edits.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Everything } from '../storage/replace.ts';
import { LATEST } from './backup-entries.ts';
import { withMore } from './page-slices.ts';
import { betweenSlices, type Task } from './progress.ts';
import type { BackupContents } from './read-backup.ts';

/** What becomes of a timer that ran when the backup was made: left out, kept as an entry, or going on. */
export type RunningChoice = 'leave' | 'entry' | 'run';

/** Puts a backup in place of all there is. A timer that runs now stays, with what it names. @throws {Cancelled} */
export async function replaceByBackup(
  journal: Journal,
  contents: BackupContents,
  choice: RunningChoice,
  task: Task,
): Promise<void> {
  const { latest, pages } = await contents.entries.inOrder();
  const more = stoppedRunning(contents, choice);
  const recent = recentOf([...latest, ...more].sort(byStart));
  await journal.replace(
    async (reader) => ({
      values: await valuesOf(reader, contents, recent, choice),
      pages: withMore(pages, more),
    }),
    betweenSlices(task),
  );
}

/** A backup's timer as an entry that ended when the backup was made, where that is wanted. */
export function stoppedRunning({ running, created }: BackupContents, choice: RunningChoice): TimeEntry[] {
  if (!running || choice !== 'entry') return [];
  return [{ ...running, end: Math.max(running.start, created ?? running.start) }];
}

async function valuesOf(
  reader: JournalReader,
  contents: BackupContents,
  recent: readonly RecentWork[],
  choice: RunningChoice,
): Promise<Everything['values']> {
  const now = await reader.running();
  const running = now ?? (choice === 'run' ? contents.running : null);
  const things = now ? await withThingsOf(reader, now, contents.things) : contents.things;
  const values = new Map<string, unknown>(chunksOf(things));
  values.set('settings', contents.settings);
  values.set('favourites', contents.favourites);
  values.set('reports', contents.reports);
  values.set('running', running);
  values.set('away', now ? await reader.away() : []);
  values.set('counters', countersOf(await reader.counters(), contents));
  values.set('recent', recent);
  return values;
}

/** A running entry's project must not vanish under it. */
async function withThingsOf(
  reader: JournalReader,
  { projectId, taskId, tagIds }: Work,
  things: Things,
): Promise<Things> {
  const project = projectId ? await reader.thing('project', projectId) : null;
  const client = project?.clientId ? await reader.thing('client', project.clientId) : null;
  const task = taskId ? await reader.thing('task', taskId) : null;
  const tags = await Promise.all(tagIds.map((id) => reader.thing('tag', id)));
  const also = <T extends { readonly id: Id }>(list: readonly T[], ...more: readonly (T | null)[]): T[] => {
    const known = new Set(list.map(({ id }) => id));
    return [...list, ...more.filter((thing) => thing !== null && !known.has(thing.id))] as T[];
  };
  return {
    client: also(things.client, client),
    project: also(things.project, project),
    task: also(things.task, task),
    tag: also(things.tag, ...tags),
  };
}

/** Numbers never go back: telemetry must not call two things by one. */
function countersOf(now: Counters, { entries, running, things }: BackupContents): Counters {
  const most = (least: number, list: Iterable<{ readonly number: number }>): number => {
    let number = least;
    for (const thing of list) number = Math.max(number, thing.number);
    return number;
  };
  return {
    entry: most(Math.max(now.entry, entries.mostNumber), running ? [running] : []),
    client: most(now.client, things.client),
    project: most(now.project, things.project),
    task: most(now.task, things.task),
    tag: most(now.tag, things.tag),
  };
}

/** The newest entries of pages in no order. */
export function latestOf(pages: ReadonlyMap<Day, readonly TimeEntry[]>): TimeEntry[] {
  const latest: TimeEntry[] = [];
  for (const day of [...pages.keys()].sort().reverse()) {
    latest.push(...(pages.get(day) ?? []).toReversed());
    if (latest.length >= LATEST) break;
  }
  return latest.slice(0, LATEST).reverse();
}

/** What is offered while a description is typed. @param latest the newest last */
export const recentOf = (latest: readonly TimeEntry[]): RecentWork[] =>
  latest.reduce<RecentWork[]>((list, entry) => rememberWork(list, entry, entry.end), []);
