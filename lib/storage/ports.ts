import type { Day } from '../domain/entry.ts';
import type { DayTotal } from '../domain/totals.ts';
import type { Change } from './changes.ts';
import type { Tally } from './header.ts';
import type { History } from './history.ts';
import type { Header, Item } from './items.ts';

/** A way back for one commit, kept in the database only. */
export interface UndoRow {
  /** Number of the commit it takes back. */
  readonly step: number;
  /** Left out by version 1. */
  readonly schema?: number;
  /** Type of the command; left out by version 1. */
  readonly act?: string;
  readonly changes: readonly Change[];
}

/**
 * Inside one strict read-write transaction of the database. What writes is only asked for: that all of it was written is
 * what the end of the transaction says.
 */
export interface DatabaseTransaction {
  header(): Promise<Header | null>;
  putHeader(header: Header): void;
  get(key: string): Promise<Item | undefined>;
  getMany(keys: readonly string[]): Promise<(Item | undefined)[]>;
  /** Items whose key is between the two, both included, in order of key. */
  between(first: string, last: string): Promise<Item[]>;
  /** Keys between the two, both included, in order. */
  keysBetween(first: string, last: string): Promise<string[]>;
  /** Items with a larger n. */
  newerThan(n: number): Promise<Item[]>;
  keysNewerThan(n: number): Promise<string[]>;
  put(items: readonly Item[]): void;
  /** Once everything asked for so far was done: for many slices, whose progress is shown. */
  caughtUp(): Promise<void>;
  /** The same, and stays open until something from outside has come, such as a slice of a file. */
  meanwhile<T>(outside: Promise<T>): Promise<T>;
  /** Removes items with n below `base`: they were erased. */
  dropBelow(base: number): Promise<void>;
  clear(): void;
  tally(): Promise<Tally>;
  total(day: Day): Promise<DayTotal | undefined>;
  totalsBetween(first: Day, last: Day): Promise<DayTotal[]>;
  putTotals(totals: readonly DayTotal[]): void;
  clearTotals(): void;
  undoRow(step: number): Promise<UndoRow | undefined>;
  putUndo(row: UndoRow): void;
  forgetUndo(steps: readonly number[]): void;
  /** Without one, of the rows there are. */
  history(): Promise<History>;
  putHistory(history: History): void;
  clearUndo(): void;
}

export interface DatabasePort {
  /** All of `body` or nothing of it. Rejects when the database cannot be opened or written. */
  transact<T>(body: (tx: DatabaseTransaction) => Promise<T>): Promise<T>;
}

/** The second copy. */
export interface CopyPort {
  header(): Promise<Header | null>;
  /** Items that exist, in no order; one that cannot be read is left out. */
  read(keys: readonly string[]): Promise<Item[]>;
  keys(): Promise<string[]>;
  /** Items and header in one batch: all or nothing. */
  write(items: readonly Item[], header: Header): Promise<void>;
  /** Removes items that were erased (n below the header's base). */
  remove(keys: readonly string[]): Promise<void>;
}

/** Items read or written at a time: some megabytes at 1,000,000 entries. */
export const SLICE = 100;

/** Everything the second copy holds and that was not erased, newest day first, a slice at a time. */
export async function* allItems(copy: CopyPort): AsyncGenerator<Item[]> {
  const base = (await copy.header())?.base ?? 0;
  const keys = (await copy.keys()).sort().reverse();
  for (let i = 0; i < keys.length; i += SLICE) {
    yield (await copy.read(keys.slice(i, i + SLICE))).filter((item) => item.n >= base);
  }
}
