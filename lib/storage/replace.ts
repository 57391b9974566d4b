import { type Header, type Item, isPageKey, LAST_KEY, pageKey } from './items.ts';
import { SCHEMA } from './migrations.ts';
import type { PageSlice } from './pages-ahead.ts';
import { type DatabaseTransaction, SLICE } from './ports.ts';
import { TotalsWriter } from './totals-writer.ts';

/** Everything a person has from now on. */
export interface Everything {
  /** By key, but for the pages. */
  readonly values: ReadonlyMap<string, unknown>;
  /** In order of day, each once, some at a time: they are never all held. */
  readonly pages: AsyncIterable<PageSlice>;
}

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
  const left = new Set(await tx.keysBetween('', LAST_KEY));
  let count = left.size;
  const put = (key: string, value: unknown): void => {
    if (!left.delete(key)) count += 1;
    tx.put([{ key, n, schema: SCHEMA, value } satisfies Item]);
  };
  const totals = new TotalsWriter(tx);
  for await (const slice of keepingUp(tx, pages)) {
    onSlice(slice.share);
    for (const { day, entries } of slice.pages) put(pageKey(day), entries);
    totals.add(slice.pages);
  }
  await totals.end();
  for (const [key, value] of values) put(key, value);
  const gone = [...left];
  for (let i = 0; i < gone.length; i += SLICE) {
    for (const key of gone.slice(i, i + SLICE)) put(key, isList(key) ? [] : null);
    await tx.caughtUp();
  }
  tx.clearUndo();
  const after: Header = { ...header, n, schema: SCHEMA, count, sum: n * count };
  tx.putHeader(after);
  return after;
}

/** The next slice is made while this one is written, and the transaction stays open for it. */
async function* keepingUp<T>(tx: DatabaseTransaction, slices: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = slices[Symbol.asyncIterator]();
  const ask = (): Promise<IteratorResult<T>> => {
    const next = iterator.next();
    next.catch(() => undefined); // said by whoever waits for it, if anybody still does
    return next;
  };
  try {
    for (let next = ask(); ; ) {
      const { done, value } = await tx.meanwhile(next);
      if (done) return;
      next = ask();
      yield value;
    }
  } finally {
    void iterator.return?.().catch(() => undefined);
  }
}
