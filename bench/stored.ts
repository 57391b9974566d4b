import type { TimeEntry, Work } from '../lib/domain/entry.ts';
import { defaultSettings } from '../lib/domain/settings.ts';
import type { RecentWork } from '../lib/domain/suggestions.ts';
import { type DayTotal, totalsOf } from '../lib/domain/totals.ts';
import { chunksOf, type Header, type Item, type ItemValues, pageKey } from '../lib/storage/items.ts';
import { SCHEMA } from '../lib/storage/migrations.ts';
import { type Catalogue, daysOf, makeCatalogue, makeDay, makeWorks, todayOf } from './data.ts';
import { randomFrom } from './random.ts';

const SEED = 20_261_124;
const RECENT_KEPT = 100;
const ITEMS_AT_A_TIME = 60;

/** Some of what a person's two copies hold, as lib/storage lays it out. */
export interface Batch {
  readonly items: readonly Item[];
  readonly totals: readonly DayTotal[];
}

/** All items of somebody who tracked so many entries up to now, in batches; then the header that counts them. */
export function* storedEntries(entries: number, now: number): Generator<Batch, Header> {
  const random = randomFrom(SEED);
  const days = daysOf(entries, todayOf(now));
  const catalogue = makeCatalogue(random, entries, now - 11 * 365 * 86_400_000);
  const works = makeWorks(random, catalogue, entries);
  let n = 0;
  let batch: { items: Item[]; totals: DayTotal[] } = { items: [], totals: [] };
  const add = (key: string, value: unknown): void => {
    n += 1;
    batch.items.push({ key, n, schema: SCHEMA, value });
  };
  for (const [key, value] of settled(catalogue, entries, works, now)) add(key, value);
  let made = 0;
  for (const [i, day] of days.entries()) {
    const count = Math.floor(((i + 1) * entries) / days.length) - made;
    const page: readonly TimeEntry[] = makeDay(
      random,
      { day, count, firstNumber: made + 1, now },
      { catalogue, works },
    );
    made += count;
    add(pageKey(day), page satisfies ItemValues['page']);
    batch.totals.push(...totalsOf(page));
    if (batch.items.length < ITEMS_AT_A_TIME) continue;
    yield batch;
    batch = { items: [], totals: [] };
  }
  yield batch;
  return { n, base: 0, schema: SCHEMA, count: n, sum: (n * (n + 1)) / 2, behind: null };
}

/** Everything but the pages. */
function* settled(
  catalogue: Catalogue,
  entries: number,
  works: readonly Work[],
  now: number,
): Generator<[string, unknown]> {
  yield* chunksOf(catalogue);
  yield ['settings', defaultSettings];
  const { client, project, task, tag } = catalogue;
  const things = { client: client.length, project: project.length, task: task.length, tag: tag.length };
  yield ['counters', { entry: entries, ...things } satisfies ItemValues['counters']];
  const recent = works.slice(0, RECENT_KEPT).map((work, i): RecentWork => ({ ...work, lastUsed: now - i * 60_000 }));
  yield ['recent', recent satisfies ItemValues['recent']];
}
