import type { Day, Id, TimeEntry } from '../domain/entry.ts';
import { totalsOf } from '../domain/totals.ts';
import { chunkKeys } from '../storage/items.ts';
import type { Journal } from '../storage/journal.ts';
import { dayOfEntry } from '../storage/page-edits.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Everything } from '../storage/replace.ts';
import { readNames } from './read-entries.ts';

/** What a check of the database found; all zero is sound. */
export interface Findings {
  readonly entries: number;
  readonly days: number;
  /** Days whose total is not the sum of their entries. */
  readonly totals: number;
  /** Entries that name a project, task or tag that is not there. */
  readonly orphans: number;
  /** Entries that stand on another day than they start on, or twice. */
  readonly misplaced: number;
}

export const isSound = ({ totals, orphans, misplaced }: Findings): boolean => totals + orphans + misplaced === 0;

const SLICE = 60;

async function allPages(reader: JournalReader): Promise<Map<Day, readonly TimeEntry[]>> {
  const pages = new Map<Day, readonly TimeEntry[]>();
  const days = await reader.daysBetween('', '￿');
  for (let i = 0; i < days.length; i += SLICE) {
    const last = days[Math.min(i + SLICE, days.length) - 1] ?? '';
    for (const { day, entries } of await reader.pagesBetween(days[i] ?? '', last)) pages.set(day, entries);
  }
  return pages;
}

/** Reckons every total anew and looks for whatever names something that is not there. Changes nothing. */
export async function checkData(reader: JournalReader): Promise<Findings> {
  const pages = await allPages(reader);
  const { orphans, misplaced } = await mended(reader, pages);
  const all = [...pages.values()].flat();
  const now = new Map((await reader.totalsBetween('', '￿')).map((total) => [total.day, JSON.stringify(total.rows)]));
  const right = new Map(totalsOf(all).map((total) => [total.day, JSON.stringify(total.rows)]));
  const differing = [...new Set([...now.keys(), ...right.keys()])].filter(
    (day) => (now.get(day) ?? '[]') !== (right.get(day) ?? '[]'),
  );
  return { entries: all.length, days: pages.size, totals: differing.length, orphans, misplaced };
}

async function mended(reader: JournalReader, pages: ReadonlyMap<Day, readonly TimeEntry[]>) {
  const names = await readNames(reader);
  const result = new Map<Day, TimeEntry[]>();
  const seen = new Set<Id>();
  let [orphans, misplaced] = [0, 0];
  for (const [day, entries] of pages) {
    result.set(day, result.get(day) ?? []);
    for (const entry of entries) {
      const right = dayOfEntry(entry);
      if (right !== day || seen.has(entry.id)) misplaced += 1;
      if (seen.has(entry.id)) continue;
      seen.add(entry.id);
      const projectId = entry.projectId && names.project.has(entry.projectId) ? entry.projectId : null;
      const task = entry.taskId ? names.task.get(entry.taskId) : undefined;
      const taskId = task && task.projectId === projectId ? task.id : null;
      const tagIds = entry.tagIds.filter((id) => names.tag.has(id));
      const whole = projectId === entry.projectId && taskId === entry.taskId && tagIds.length === entry.tagIds.length;
      if (!whole) orphans += 1;
      result.set(right, [...(result.get(right) ?? []), whole ? entry : { ...entry, projectId, taskId, tagIds }]);
    }
  }
  return { pages: result, orphans, misplaced };
}

/** Writes everything anew as it should be: entries on their days, totals from them, names only of what is there. */
export async function mendData(journal: Journal): Promise<void> {
  await journal.replace(
    async (reader): Promise<Everything> => {
      const { pages } = await mended(reader, await allPages(reader));
      const keys = [
        ...[
          'running',
          'away',
          'paused',
          'pomodoro',
          'favourites',
          'reports',
          'settings',
          'imports',
          'counters',
          'recent',
        ],
        ...(['client', 'project', 'task', 'tag'] as const).flatMap(chunkKeys),
      ];
      const values = new Map<string, unknown>();
      for (const key of keys) {
        const item = await reader.item(key);
        if (item) values.set(key, item.value);
      }
      for (const page of pages.values()) page.sort((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
      return { values, pages };
    },
    () => undefined,
  );
}
