import type { Day } from '../../../lib/domain/entry.ts';
import type { DayTotal } from '../../../lib/domain/totals.ts';
import { tallyOf } from '../../../lib/storage/header.ts';
import type { History } from '../../../lib/storage/history.ts';
import type { Header, Item } from '../../../lib/storage/items.ts';
import type { CopyPort, DatabasePort, DatabaseTransaction, UndoRow } from '../../../lib/storage/ports.ts';

/** Thrown at the step at which the browser is killed, and by everything after it. */
export class Killed extends Error {}

/** Counts the steps at which a kill makes a difference, and kills at one of them. */
export class Fate {
  steps = 0;
  readonly #killAt: number;

  constructor(killAt = Number.POSITIVE_INFINITY) {
    this.#killAt = killAt;
  }

  step(): void {
    this.steps += 1;
    if (this.steps >= this.#killAt) throw new Killed();
  }
}

export interface DatabaseState {
  header: Header | null;
  items: Map<string, Item>;
  totals: Map<Day, DayTotal>;
  undo: Map<number, UndoRow>;
  history: History | null;
}

export interface CopyState {
  header: Header | null;
  items: Map<string, Item>;
}

/** What would be on the disk. */
export interface Disk {
  database: DatabaseState;
  copy: CopyState;
}

export const emptyDatabase = (): DatabaseState => ({
  header: null,
  items: new Map(),
  totals: new Map(),
  undo: new Map(),
  history: null,
});
export const emptyDisk = (): Disk => ({ database: emptyDatabase(), copy: { header: null, items: new Map() } });

const sorted = (state: DatabaseState): Item[] => [...state.items.values()].sort((a, b) => (a.key < b.key ? -1 : 1));

function transactionOn(state: DatabaseState): DatabaseTransaction {
  return {
    header: async () => state.header,
    putHeader: (header) => void Object.assign(state, { header }),
    get: async (key) => state.items.get(key),
    getMany: async (keys) => keys.map((key) => state.items.get(key)),
    between: async (first, last) => sorted(state).filter(({ key }) => key >= first && key <= last),
    keysBetween: async (first, last) =>
      sorted(state)
        .map(({ key }) => key)
        .filter((key) => key >= first && key <= last),
    newerThan: async (n) => sorted(state).filter((item) => item.n > n),
    keysNewerThan: async (n) => sorted(state).flatMap((item) => (item.n > n ? item.key : [])),
    caughtUp: async () => undefined,
    meanwhile: (outside) => outside,
    put: (items) => {
      for (const item of items) state.items.set(item.key, structuredClone(item));
    },
    dropBelow: async (base) => {
      for (const item of sorted(state)) if (item.n < base) state.items.delete(item.key);
    },
    clear: () => void Object.assign(state, emptyDatabase()),
    tally: async () => tallyOf(sorted(state).map((item) => item.n)),
    total: async (day) => state.totals.get(day),
    totalsBetween: async (first, last) =>
      [...state.totals.values()]
        .filter(({ day }) => day >= first && day <= last)
        .sort((a, b) => (a.day < b.day ? -1 : 1)),
    putTotals: (totals) => {
      for (const total of totals) state.totals.set(total.day, total);
    },
    clearTotals: () => state.totals.clear(),
    undoRow: async (step) => state.undo.get(step),
    putUndo: (row) => void state.undo.set(row.step, structuredClone(row)),
    forgetUndo: (steps) => {
      for (const step of steps) state.undo.delete(step);
    },
    history: async () => state.history ?? { done: [...state.undo.keys()], undone: [] },
    putHistory: (history) => void Object.assign(state, { history }),
    clearUndo: () => {
      state.undo.clear();
      state.history = null;
    },
  };
}

export const cloneDatabase = (state: DatabaseState): DatabaseState => ({
  header: state.header,
  items: new Map(state.items),
  totals: new Map(state.totals),
  undo: new Map(state.undo),
  history: state.history,
});

export function memoryDatabase(disk: Disk, fate: Fate): DatabasePort {
  return {
    async transact(body) {
      fate.step();
      const draft = cloneDatabase(disk.database);
      const result = await body(transactionOn(draft));
      fate.step();
      disk.database = draft;
      fate.step();
      return result;
    },
  };
}

export function memoryCopy(disk: Disk, fate: Fate, full: () => boolean): CopyPort {
  return {
    header: async () => disk.copy.header,
    read: async (keys) => keys.flatMap((key) => disk.copy.items.get(key) ?? []),
    keys: async () => [...disk.copy.items.keys()],
    async write(items, header) {
      fate.step();
      if (full()) throw new Error('the disk is full');
      for (const item of items) disk.copy.items.set(item.key, structuredClone(item));
      disk.copy.header = header;
      fate.step();
    },
    async remove(keys) {
      fate.step();
      for (const key of keys) disk.copy.items.delete(key);
      fate.step();
    },
  };
}

/** One body at a time, like a Web Lock; the queue dies with the worker. */
export function memoryLock(): <T>(body: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (body) => {
    const mine = last.then(body, body);
    last = mine.catch(() => undefined);
    return mine;
  };
}
