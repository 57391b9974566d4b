import { type CatalogueById, catalogueById } from '../domain/by-id.ts';
import type { Things } from '../domain/catalogue.ts';
import { EVERY_DAY } from '../domain/days.ts';
import type { Day } from '../domain/entry.ts';
import { type FlatEntry, flatten } from '../domain/flat-entry.ts';
import { type PageSlice, pagesAhead } from '../storage/pages-ahead.ts';
import type { JournalQueries } from '../storage/queries.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { OnProgress } from './progress.ts';

export const readThings = async (reader: JournalReader): Promise<Things> => ({
  client: await reader.things('client'),
  project: await reader.things('project'),
  task: await reader.things('task'),
  tag: await reader.things('tag'),
});

export const readCatalogue = async (reader: JournalReader): Promise<CatalogueById> =>
  catalogueById(await readThings(reader));

export interface Range {
  readonly from: Day;
  readonly to: Day;
}

/** Pages of a range (null: all there are), oldest first, some days at a time. */
export async function* pagesOf(queries: JournalQueries, range: Range | null): AsyncGenerator<PageSlice> {
  const days = await queries.read((reader) =>
    reader.daysBetween(range?.from ?? EVERY_DAY.first, range?.to ?? EVERY_DAY.last),
  );
  yield* pagesAhead(days, (first, last) => queries.read((reader) => reader.pagesBetween(first, last)));
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
  const catalogue = await queries.read(readCatalogue);
  for await (const { pages, share } of pagesOf(queries, range)) {
    onProgress?.(share);
    yield pages.flatMap(({ entries }) => entries.map((entry) => flatten(entry, catalogue)));
  }
}

let counted: { readonly n: number; readonly entries: number } | null = null;

/** How many there are; counted again only when something was written since. */
export async function countEntries(queries: JournalQueries): Promise<number> {
  const n = await queries.read(async (reader) => (await reader.begin())?.n ?? 0);
  if (counted?.n === n) return counted.entries;
  let entries = 0;
  for await (const { pages } of pagesOf(queries, null)) for (const page of pages) entries += page.entries.length;
  counted = { n, entries };
  return entries;
}
