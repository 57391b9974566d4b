import { type CatalogueById, catalogueById } from '../domain/by-id.ts';
import type { Things } from '../domain/catalogue.ts';
import type { Day, Page } from '../domain/entry.ts';
import { type FlatEntry, flatten } from '../domain/flat-entry.ts';
import { EVERY_DAY } from '../storage/every-day.ts';
import type { JournalQueries } from '../storage/queries.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { OnProgress } from './progress.ts';

/** Day pages read at a time. */
const DAYS = 40;

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

/** Pages of a range (null: all there are), oldest first, some days at a time; the next are on their way while these are worked on. */
export async function* pagesOf(queries: JournalQueries, range: Range | null, onProgress?: OnProgress) {
  const days = await queries.read((reader) =>
    reader.daysBetween(range?.from ?? EVERY_DAY.first, range?.to ?? EVERY_DAY.last),
  );
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
  const catalogue = await queries.read(readCatalogue);
  for await (const pages of pagesOf(queries, range, onProgress)) {
    yield pages.flatMap(({ entries }) => entries.map((entry) => flatten(entry, catalogue)));
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
