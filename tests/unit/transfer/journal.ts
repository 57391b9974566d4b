import { EVERY_DAY } from '../../../lib/domain/days.ts';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { type FlatEntry, flatten } from '../../../lib/domain/flat-entry.ts';
import { Journal } from '../../../lib/storage/journal.ts';
import type { JournalQueries } from '../../../lib/storage/queries.ts';
import { commitImport } from '../../../lib/transfer/commit-import.ts';
import { readText } from '../../../lib/transfer/file-text.ts';
import { type Choices, type Prepared, prepareImport } from '../../../lib/transfer/prepare.ts';
import { type ReadFile, readCsv } from '../../../lib/transfer/read-csv.ts';
import { readCatalogue } from '../../../lib/transfer/read-entries.ts';
import { readEntriesJson } from '../../../lib/transfer/read-json.ts';
import { type Disk, emptyDisk, Fate, memoryCopy, memoryDatabase, memoryLock } from '../storage/memory.ts';

/** A journal in memory, with what a page needs to read it. */
export function memoryJournal(disk: Disk = emptyDisk(), fate: Fate = new Fate()) {
  const journal = new Journal({
    database: memoryDatabase(disk, fate),
    copy: memoryCopy(disk, fate, () => false),
    lock: memoryLock(),
    onNotice: () => undefined,
  });
  const queries: JournalQueries = { read: (body) => journal.read(body), watch: () => () => undefined };
  return { disk, journal, queries };
}

export const choices: Choices = {
  order: 'dmy',
  zone: 'Europe/Berlin',
  dayStart: 9 * 3_600_000,
  user: null,
  currency: 'EUR',
  unit: 'hours',
};

export async function read(content: string | Blob, name = 'file.csv'): Promise<ReadFile> {
  const text = await readText(new Blob([content]));
  return /^\s*[{[]/.test(text.text) ? readEntriesJson(name, text.text) : readCsv(name, text, null, {});
}

export async function lookAt(
  { queries }: ReturnType<typeof memoryJournal>,
  content: string | Blob,
  chosen: Partial<Choices> = {},
): Promise<Prepared> {
  const file = await read(content);
  return prepareImport(
    file,
    {
      ...choices,
      ...(file.order.order ? { order: file.order.order } : {}),
      ...(file.unit ? { unit: file.unit } : {}),
      ...chosen,
    },
    queries,
    {},
  );
}

export async function importInto(
  world: ReturnType<typeof memoryJournal>,
  content: string | Blob,
  chosen: Partial<Choices> = {},
): Promise<Prepared> {
  const prepared = await lookAt(world, content, chosen);
  await commitImport(world.journal, prepared, {});
  await world.journal.follow();
  return prepared;
}

/** Every entry with its names, by start. */
export async function flatIn({ queries }: ReturnType<typeof memoryJournal>): Promise<FlatEntry[]> {
  return queries.read(async (reader) => {
    const names = await readCatalogue(reader);
    const pages = await reader.pagesBetween(EVERY_DAY.first, EVERY_DAY.last);
    return pages.flatMap(({ entries }) => entries.map((entry: TimeEntry) => flatten(entry, names)));
  });
}
