import type { DayTotal } from '../domain/totals.ts';
import { tallyOf } from './header.ts';
import type { History } from './history.ts';
import type { Header, Item } from './items.ts';
import type { DatabaseTransaction, UndoRow } from './ports.ts';

export const STORES = ['items', 'totals', 'undo', 'meta'] as const;

/** The history lies among the undo rows, before the first: no commit has this number. */
const HISTORY = 0;

interface HistoryRow extends History {
  readonly step: typeof HISTORY;
}

/** What a request brings. When one fails the transaction is undone, whether or not anybody waits for it. */
const answerOf = <T>(request: IDBRequest): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function indexKeys(index: IDBIndex): Promise<number[]> {
  const keys: number[] = [];
  return new Promise((resolve, reject) => {
    const request = index.openKeyCursor();
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const cursor = request.result;
      if (!cursor) return resolve(keys);
      keys.push(cursor.key as number);
      cursor.continue();
    };
  });
}

const after = (n: number): IDBKeyRange => IDBKeyRange.lowerBound(n, true);
const rangeOf = (first: string, last: string): IDBKeyRange | undefined =>
  first > last ? undefined : IDBKeyRange.bound(first, last);

async function ranged<T>(range: IDBKeyRange | undefined, ask: (range: IDBKeyRange) => IDBRequest): Promise<T[]> {
  return range ? answerOf<T[]>(ask(range)) : [];
}

/** What the journal asks of its stores, inside this very transaction. */
export function transactionOf(transaction: IDBTransaction): DatabaseTransaction {
  const [items, totals, undo, meta] = STORES.map((name) => transaction.objectStore(name)) as [
    IDBObjectStore,
    IDBObjectStore,
    IDBObjectStore,
    IDBObjectStore,
  ]; // one a name
  const byNumber = items.index('n');
  return {
    header: async () => (await answerOf<{ header: Header } | undefined>(meta.get('header')))?.header ?? null,
    putHeader: (header) => void meta.put({ name: 'header', header }),
    get: (key) => answerOf<Item | undefined>(items.get(key)),
    getMany: (keys) => Promise.all(keys.map((key) => answerOf<Item | undefined>(items.get(key)))),
    between: (first, last) => ranged<Item>(rangeOf(first, last), (range) => items.getAll(range)),
    keysBetween: (first, last) => ranged<string>(rangeOf(first, last), (range) => items.getAllKeys(range)),
    newerThan: (n) => answerOf<Item[]>(byNumber.getAll(after(n))),
    keysNewerThan: (n) => answerOf<string[]>(byNumber.getAllKeys(after(n))),
    put(changed) {
      for (const item of changed) items.put(item);
    },
    caughtUp: async () => void (await answerOf(meta.count())),
    async meanwhile(outside) {
      let waiting = true;
      const settled = () => {
        waiting = false;
      };
      outside.then(settled, settled);
      // a transaction that is asked for nothing ends; this goes on from within an answer, when it is still open
      do await answerOf(meta.count());
      while (waiting);
      return outside;
    },
    async dropBelow(base) {
      const keys = await answerOf<string[]>(byNumber.getAllKeys(IDBKeyRange.upperBound(base, true)));
      for (const key of keys) items.delete(key);
    },
    clear() {
      for (const store of [items, totals, undo, meta]) store.clear();
    },
    tally: async () => tallyOf(await indexKeys(byNumber)),
    total: (day) => answerOf<DayTotal | undefined>(totals.get(day)),
    totalsBetween: (first, last) => ranged<DayTotal>(rangeOf(first, last), (range) => totals.getAll(range)),
    putTotals(changed) {
      for (const total of changed) totals.put(total);
    },
    clearTotals: () => void totals.clear(),
    undoRow: (step) => answerOf<UndoRow | undefined>(undo.get(step)),
    putUndo: (row) => void undo.put(row),
    forgetUndo(steps) {
      for (const step of steps) undo.delete(step);
    },
    async history() {
      const row = await answerOf<HistoryRow | undefined>(undo.get(HISTORY));
      return row ?? { done: await answerOf<number[]>(undo.getAllKeys()), undone: [] };
    },
    putHistory: (history) => void undo.put({ ...history, step: HISTORY }),
    clearUndo: () => void undo.clear(),
  };
}
