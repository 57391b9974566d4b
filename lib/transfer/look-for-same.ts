import { dayOf } from '../domain/civil.ts';
import type { Day, Id } from '../domain/entry.ts';
import type { Things } from '../domain/import/catalogue.ts';
import type { Span } from '../domain/import/convert.ts';
import { AlreadyThere } from '../domain/import/same.ts';
import type { Source } from '../domain/import/source.ts';
import type { JournalQueries } from '../storage/queries.ts';
import { breathe, type Task } from './progress.ts';

const DAYS = 60;

interface Sought {
  readonly source: Source;
  readonly spans: readonly Span[];
  readonly things: Things;
}

/** What of a file is there already. */
export async function lookForSame(
  { source, spans, things }: Sought,
  queries: JournalQueries,
  task: Task,
): Promise<AlreadyThere> {
  const there = new AlreadyThere(spans);
  const names = new Map([...things.project, ...things.task].map(({ id, name }) => [id, name]));
  const nameBy = (id: Id | null): string => names.get(id ?? '') ?? '';
  // entries of our own file are known by their ids, wherever they were moved to
  const [first, last] = source === 'ours' ? ['', '￿'] : daysOfAll(spans);
  const days = await queries.read((reader) => reader.daysBetween(first, last));
  for (let i = 0; i < days.length; i += DAYS) {
    const from = days[i] ?? first;
    const to = days[Math.min(i + DAYS, days.length) - 1] ?? last;
    for (const page of await queries.read((reader) => reader.pagesBetween(from, to))) {
      for (const entry of page.entries) {
        there.see(entry, () => ({ project: nameBy(entry.projectId), task: nameBy(entry.taskId) }));
      }
    }
    await breathe(task, i / days.length);
  }
  return there;
}

/** A day more on either side: entries there may be of another zone. */
function daysOfAll(spans: readonly Span[]): [Day, Day] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { start } of spans) {
    least = Math.min(least, start);
    most = Math.max(most, start);
  }
  if (spans.length === 0) return ['9999', '0000'];
  return [dayOf(least - 86_400_000, 'UTC'), dayOf(most + 86_400_000, 'UTC')];
}
