import type { CatalogueKind, CatalogueThings } from '../domain/catalogue.ts';
import type { Day, Id } from '../domain/entry.ts';
import { type FlatEntry, flatten, type Names } from '../domain/flat-entry.ts';
import type { JournalQueries } from '../storage/queries.ts';
import type { JournalReader } from '../storage/reader.ts';

/** Day pages read at a time. */
const DAYS = 60;

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

/** Every entry that stands on the days of a range, oldest first, some days at a time; null: all there are. */
export async function* entriesOf(
  queries: JournalQueries,
  range: { readonly from: Day; readonly to: Day } | null,
): AsyncGenerator<readonly FlatEntry[]> {
  const { days, names } = await queries.read(async (reader) => ({
    days: await reader.daysBetween(range?.from ?? '', range?.to ?? '￿'),
    names: await readNames(reader),
  }));
  for (let i = 0; i < days.length; i += DAYS) {
    const first = days[i];
    const last = days[Math.min(i + DAYS, days.length) - 1];
    if (first === undefined || last === undefined) return;
    const pages = await queries.read((reader) => reader.pagesBetween(first, last));
    yield pages.flatMap(({ entries }) => entries.map((entry) => flatten(entry, names)));
  }
}

/** How many there are. */
export async function countEntries(queries: JournalQueries): Promise<number> {
  let count = 0;
  for await (const slice of pagesOf(queries)) count += slice;
  return count;
}

async function* pagesOf(queries: JournalQueries): AsyncGenerator<number> {
  const days = await queries.read((reader) => reader.daysBetween('', '￿'));
  for (let i = 0; i < days.length; i += DAYS) {
    const first = days[i];
    const last = days[Math.min(i + DAYS, days.length) - 1];
    if (first === undefined || last === undefined) return;
    const pages = await queries.read((reader) => reader.pagesBetween(first, last));
    yield pages.reduce((sum, page) => sum + page.entries.length, 0);
  }
}
