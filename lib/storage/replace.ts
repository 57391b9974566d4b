import type { Day, TimeEntry } from '../domain/entry.ts';
import { totalsOf } from '../domain/totals.ts';
import { type Header, type Item, isPageKey, pageKey } from './items.ts';
import { SCHEMA } from './migrations.ts';
import { type DatabaseTransaction, SLICE } from './ports.ts';

/** Everything a person has from now on: values by key but for the pages, which are many. */
export interface Everything {
  readonly values: ReadonlyMap<string, unknown>;
  readonly pages: ReadonlyMap<Day, readonly TimeEntry[]>;
}

const LAST_KEY = '￿';
const isList = (key: string): boolean => isPageKey(key) || /^(client|project|task|tag):/.test(key);

/**
 * Writes all of it in place of all there is. What is not in it is emptied, never deleted, so that the second copy is
 * emptied too (docs/storage.md, rule 4). What was done before can no longer be undone.
 * @param onSlice told how much is written; what it throws ends it, and the transaction with it
 * @returns the header after it
 */
export async function replaceEverything(
  tx: DatabaseTransaction,
  header: Header,
  { values, pages }: Everything,
  onSlice: (share: number) => void,
): Promise<Header> {
  const n = header.n + 1;
  const there = await tx.keysBetween('', LAST_KEY);
  const keys = new Set([...there, ...values.keys(), ...Array.from(pages.keys(), pageKey)]);
  const present = (key: string): unknown => {
    const value = isPageKey(key) ? pages.get(key.slice(pageKey('').length)) : values.get(key);
    return value ?? (isList(key) ? [] : null);
  };
  const all = [...keys];
  for (let i = 0; i < all.length; i += SLICE) {
    onSlice(i / all.length);
    tx.put(all.slice(i, i + SLICE).map((key): Item => ({ key, n, schema: SCHEMA, value: present(key) })));
    await tx.caughtUp();
  }
  tx.clearTotals();
  tx.putTotals(totalsOf(entriesOf(pages)));
  tx.clearUndo();
  const after: Header = { ...header, n, schema: SCHEMA, count: keys.size, sum: n * keys.size };
  tx.putHeader(after);
  return after;
}

function* entriesOf(pages: Everything['pages']): Generator<TimeEntry> {
  for (const entries of pages.values()) yield* entries;
}
