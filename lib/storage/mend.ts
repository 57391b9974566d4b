import type { TimeEntry } from '../domain/entry.ts';
import { totalsOf } from '../domain/totals.ts';
import { emptyHeader, tallyOf } from './header.ts';
import { dayOfPageKey, type Header, type Item, isPageKey } from './items.ts';
import { migrateItem, SCHEMA } from './migrations.ts';
import type { Notice } from './notice.ts';
import { allItems, type CopyPort, type DatabasePort, SLICE } from './ports.ts';
import { reckonTotals } from './totals-writer.ts';

/** Both copies, for what mends one from the other. */
export interface Copies {
  readonly database: DatabasePort;
  readonly copy: CopyPort;
}

export interface Recovery {
  /** What happened, when it is worth a sentence. */
  readonly notice: Notice | null;
  /** Whether the second copy still has to be brought up to date. */
  readonly follow: boolean;
}

export const say = (code: Notice['code'], ...substitutions: string[]): Notice => ({ code, substitutions });

export async function create({ database, copy }: Copies): Promise<void> {
  const header = emptyHeader(SCHEMA);
  await database.transact(async (tx) => tx.putHeader(header));
  await copy.write([], header);
}

export async function sendToCopy({ database, copy }: Copies, after: number): Promise<Recovery> {
  const { header, items } = await database.transact(async (tx) => ({
    header: await tx.header(),
    items: await tx.newerThan(after),
  }));
  if (!header) throw new Error('the database lost its header while it was read');
  if (items.length > SLICE) {
    await copy.write([], { ...header, behind: after });
    return { notice: say('noticeCopyCaughtUp'), follow: true };
  }
  await copy.write(items, { ...header, behind: null });
  // One commit apart is the ordinary trace of a kill between the two writes: nothing to tell.
  return { notice: header.n - after > 1 ? say('noticeCopyCaughtUp') : null, follow: false };
}

export async function sendToDatabase({ database, copy }: Copies, after: number): Promise<void> {
  const header = await copy.header();
  if (!header) throw new Error('the second copy lost its header while it was read');
  const newer: Item[] = [];
  for await (const items of allItems(copy)) newer.push(...items.filter((item) => item.n > after));
  await database.transact(async (tx) => {
    tx.put(newer.map((item) => migrateItem(item)));
    tx.putHeader(header);
    tx.clearUndo();
    await reckonTotals(tx);
  });
}

/** In slices, the header last: a kill in between leaves a database without a header, which is lost and rebuilt again. */
export async function rebuildDatabase(
  { database, copy }: Copies,
  certain: boolean,
  ofCopy: Header | null,
): Promise<Recovery> {
  await database.transact(async (tx) => tx.clear());
  const numbers: number[] = [];
  let oldestCopied: string | null = null;
  for await (const items of allItems(copy)) {
    const present = items.map((item) => migrateItem(item));
    await database.transact(async (tx) => tx.put(present));
    for (const item of present) {
      numbers.push(item.n);
      if (isPageKey(item.key) && item.n > (ofCopy?.behind ?? 0)) oldestCopied = dayOfPageKey(item.key);
    }
  }
  const n = Math.max(ofCopy?.n ?? 0, ...numbers);
  const header: Header = { n, base: ofCopy?.base ?? 0, schema: SCHEMA, ...tallyOf(numbers), behind: null };
  await database.transact(async (tx) => {
    await reckonTotals(tx);
    tx.putHeader(header);
  });
  await copy.write([], header);
  const partly = say('noticeDatabaseRebuiltPartly', oldestCopied ?? '');
  return { notice: certain ? say('noticeDatabaseRebuilt') : partly, follow: false };
}

export async function rebuildCopy(
  { database, copy }: Copies,
  reason: 'resume' | 'lost' | 'conflict',
  ofDatabase: Header | null,
  ofCopy: Header | null,
): Promise<Recovery> {
  if (!ofDatabase) throw new Error('a copy can only be rebuilt from a database');
  // Numbers never restart: after a conflict the database goes on above everything the copy has seen.
  const n = Math.max(ofDatabase.n, ofCopy?.n ?? 0);
  const uncertain: string[] = [];
  if (reason === 'conflict') {
    for await (const items of allItems(copy)) {
      for (const item of items)
        if (item.n > ofDatabase.n && isPageKey(item.key)) uncertain.push(dayOfPageKey(item.key));
    }
    await database.transact(async (tx) => tx.putHeader({ ...ofDatabase, n }));
  }
  const complete = reason === 'resume' ? (ofCopy?.behind ?? 0) : 0;
  await copy.write([], { ...ofDatabase, n, behind: complete });
  if (reason === 'resume') return { notice: null, follow: true };
  if (reason === 'lost') return { notice: say('noticeCopyRebuilt'), follow: true };
  return { notice: say('noticeCopiesDiffered', uncertain.sort().join(', ')), follow: true };
}

/** Both are damaged: of each item the newer one that can be read. */
export async function merge({ database, copy }: Copies): Promise<void> {
  const best = new Map<string, Item>();
  const take = (item: Item): void => {
    if (item.n > (best.get(item.key)?.n ?? -1)) best.set(item.key, item);
  };
  for await (const items of allItems(copy)) items.forEach(take);
  const ofCopy = await copy.header();
  const header = await database.transact(async (tx) => {
    const ofDatabase = await tx.header();
    (await tx.newerThan(-1)).forEach(take);
    const items = [...best.values()].map((item) => migrateItem(item));
    const numbers = items.map((item) => item.n);
    const merged: Header = {
      n: Math.max(ofDatabase?.n ?? 0, ofCopy?.n ?? 0, ...numbers),
      base: Math.max(ofDatabase?.base ?? 0, ofCopy?.base ?? 0),
      schema: SCHEMA,
      ...tallyOf(numbers),
      behind: null,
    };
    tx.clear();
    tx.put(items);
    tx.putTotals(totalsOf(entriesIn(items)));
    tx.putHeader(merged);
    return merged;
  });
  await copy.write([], { ...header, behind: 0 });
}

export const entriesIn = (items: readonly Item[]): TimeEntry[] =>
  items.flatMap((item) => (isPageKey(item.key) ? (item.value as readonly TimeEntry[]) : []));
