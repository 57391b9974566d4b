import type { CatalogueKind, CatalogueThings } from '../domain/catalogue.ts';
import type { Day, Id, Page } from '../domain/entry.ts';
import { type FlatEntry, flatten, type Names } from '../domain/flat-entry.ts';
import type { JournalQueries } from '../storage/queries.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { OnProgress } from './progress.ts';

/** Day pages read at a time. */
const DAYS = 40;

const byId = async <K extends CatalogueKind>(
  reader: JournalReader,
  kind: K,
): Promise<ReadonlyMap<Id, CatalogueThings[K]>> =>
  new Map((await reader.things(kind)).map((thing) => [thing.id, thing]));

export const readNames = async (reader: JournalReader): Promise<Names> => ({
  client: await byId(reader, 'client'),
  project: await byId(reader, 'project'),
  task: await byId(reader, 'task'),
  tag: await byId(reader, 'tag'),
});

type Range = { readonly from: Day; readonly to: Day };

/** Pages of a range, oldest first, some days at a time; the next are on their way while these are worked on. */
async function* pagesOf(queries: JournalQueries, range: Range | null, onProgress?: OnProgress) {
  const days = await queries.read((reader) => reader.daysBetween(range?.from ?? '', range?.to ?? '￿'));
  const slice = async (from: number): Promise<readonly Page[]> => {
    const first = days[from];
    const last = days[Math.min(from + DAYS, days.length) - 1];
    if (first === undefined || last === undefined) return [];
    return queries.read((reader) => reader.pagesBetween(first, last));
  };
  let coming = slice(0);
  for (let from = 0; from < days.length; from += DAYS) {
    const pages = await coming;
    coming = slice(from + DAYS);
    coming.catch(() => undefined); // said by whoever waits for it, if anybody still does
    onProgress?.(from / days.length);
    yield pages;
  }
}

/**
 * Every entry that stands on the days of a range; null: all there are.
 * @param onProgress told how much of them came
 */
export async function* entriesOf(
  queries: JournalQueries,
  range: Range | null,
  onProgress?: OnProgress,
): AsyncGenerator<readonly FlatEntry[]> {
  const names = await queries.read(readNames);
  for await (const pages of pagesOf(queries, range, onProgress)) {
    yield pages.flatMap(({ entries }) => entries.map((entry) => flatten(entry, names)));
  }
}

let counted: { readonly n: number; readonly entries: number } | null = null;

/** How many there are; counted again only when something was written since. */
export async function countEntries(queries: JournalQueries): Promise<number> {
  const n = await queries.read(async (reader) => (await reader.begin())?.n ?? 0);
  if (counted?.n === n) return counted.entries;
  let entries = 0;
  for await (const pages of pagesOf(queries, null)) for (const page of pages) entries += page.entries.length;
  counted = { n, entries };
  return entries;
}
