import type { Things } from '../domain/catalogue.ts';
import { dayOf } from '../domain/civil.ts';
import type { Id } from '../domain/entry.ts';
import type { Span } from '../domain/import/convert.ts';
import { AlreadyThere } from '../domain/import/same.ts';
import type { Source } from '../domain/import/source.ts';
import type { JournalQueries } from '../storage/queries.ts';
import { breathe, type Task } from './progress.ts';
import { pagesOf, type Range } from './read-entries.ts';

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
  const range = source === 'ours' ? null : daysOfAll(spans);
  for await (const { pages, share } of pagesOf(queries, range)) {
    for (const entry of pages.flatMap(({ entries }) => entries)) {
      there.see(entry, () => ({ project: nameBy(entry.projectId), task: nameBy(entry.taskId) }));
    }
    await breathe(task, share);
  }
  return there;
}

/** A day more on either side: entries there may be of another zone. */
function daysOfAll(spans: readonly Span[]): Range {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (const { start } of spans) {
    least = Math.min(least, start);
    most = Math.max(most, start);
  }
  if (spans.length === 0) return { from: '9999', to: '0000' };
  return { from: dayOf(least - 86_400_000, 'UTC'), to: dayOf(most + 86_400_000, 'UTC') };
}
