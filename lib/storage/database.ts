import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie';
import type { DayTotal } from '../domain/totals.ts';
import { type Tally, tallyOf } from './header.ts';
import type { History } from './history.ts';
import type { Header, Item } from './items.ts';
import type { DatabasePort, DatabaseTransaction, UndoRow } from './ports.ts';

export const DATABASE_NAME = 'timetracker';

interface Meta {
  readonly name: 'header';
  readonly header: Header;
}

/** The history lies among the undo rows, before the first: no commit has this number. */
const HISTORY = 0;

interface HistoryRow extends History {
  readonly step: typeof HISTORY;
}

/** The journal in IndexedDB. Versions only grow; see tests/fixtures for a frozen copy of each. */
class JournalDatabase extends Dexie {
  items!: Table<Item, string>; // set by Dexie from the stores below, as are the others
  totals!: EntityTable<DayTotal, 'day'>;
  undo!: EntityTable<UndoRow | HistoryRow, 'step'>;
  meta!: EntityTable<Meta, 'name'>;

  constructor() {
    // strict: an acknowledged commit is on the disk, not in a buffer of the operating system
    super(DATABASE_NAME, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ items: 'key, n', totals: 'day', undo: 'step', meta: 'name' });
  }
}

/**
 * The stores as this very transaction sees them. Dexie finds the transaction of a call by a zone that it follows through
 * awaits, and loses it after some hundred that ask the database nothing: what came after would be written by itself, past
 * "all or nothing". Tables that are bound to their transaction cannot get lost.
 */
function transactionOf(transaction: Transaction): DatabaseTransaction {
  const db = {
    items: transaction.table<Item, string>('items'),
    totals: transaction.table<DayTotal, string>('totals'),
    undo: transaction.table<UndoRow | HistoryRow, number>('undo'),
    meta: transaction.table<Meta, string>('meta'),
  };
  return {
    header: async () => (await db.meta.get('header'))?.header ?? null,
    putHeader: async (header) => void (await db.meta.put({ name: 'header', header })),
    get: async (key) => db.items.get(key),
    getMany: async (keys) => db.items.bulkGet([...keys]),
    between: async (first, last) => db.items.where('key').between(first, last, true, true).toArray(),
    lastKeysBetween: async (first, last, limit) => {
      const falling = db.items.where('key').between(first, last, true, true).reverse();
      return (limit === undefined ? falling : falling.limit(limit)).primaryKeys();
    },
    newerThan: async (n) => db.items.where('n').above(n).toArray(),
    keysNewerThan: async (n) => db.items.where('n').above(n).primaryKeys(),
    put: async (items) => void (await db.items.bulkPut([...items])),
    dropBelow: async (base) => void (await db.items.where('n').below(base).delete()),
    clear: async () => {
      await Promise.all([db.items.clear(), db.totals.clear(), db.undo.clear(), db.meta.clear()]);
    },
    tally: async (): Promise<Tally> => tallyOf((await db.items.orderBy('n').keys()) as number[]),
    total: async (day) => db.totals.get(day),
    totalsBetween: async (first, last) => db.totals.where('day').between(first, last, true, true).toArray(),
    putTotals: async (totals) => void (await db.totals.bulkPut([...totals])),
    clearTotals: async () => void (await db.totals.clear()),
    undoRow: async (step) => (await db.undo.get(step)) as UndoRow | undefined,
    putUndo: async (row) => void (await db.undo.put(row)),
    forgetUndo: async (steps) => void (await db.undo.bulkDelete([...steps])),
    history: async () => {
      const row = (await db.undo.get(HISTORY)) as HistoryRow | undefined;
      return row ?? { done: await db.undo.toCollection().primaryKeys(), undone: [] };
    },
    putHistory: async (history) => void (await db.undo.put({ ...history, step: HISTORY })),
    clearUndo: async () => void (await db.undo.clear()),
  };
}

/** @param soon whether it is opened before the first read; what is wrong with it is said then */
function open(mode: 'r' | 'rw', soon = false): DatabasePort {
  const db = new JournalDatabase();
  if (soon) db.open().catch(() => undefined);
  return {
    transact: async (body) =>
      db.transaction(mode, [db.items, db.totals, db.undo, db.meta], async (transaction) =>
        body(transactionOf(transaction)),
      ),
  };
}

export const openDatabase = (): DatabasePort => open('rw');

/** For pages: what would write throws. */
export const openDatabaseToRead = (): DatabasePort => open('r', true);
