import type { ReceiptStore, TelemetryDatabase, TelemetryTransaction } from '../../../lib/telemetry/ports.ts';
import type { ConsentRow, Receipt } from '../../../lib/telemetry/receipts.ts';
import type { LogRow, QueueRow, SinkState, Tally } from '../../../lib/telemetry/rows.ts';
import { freshSink } from '../../../lib/telemetry/sink-state.ts';

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
  consent: ConsentRow | null;
  receipts: Receipt[];
  keepsLog: boolean;
  sinks: Partial<Record<string, SinkState>>;
  tally: Tally;
  queue: Map<number, QueueRow>;
  log: Map<number, LogRow>;
}

/** What would be on the disk: the receipt outside the database, and the database. */
export interface Disk {
  receipt: Receipt | null;
  database: DatabaseState;
}

export const emptyDatabase = (): DatabaseState => ({
  consent: null,
  receipts: [],
  keepsLog: true,
  sinks: {},
  tally: { sent: 0, bytes: 0 },
  queue: new Map(),
  log: new Map(),
});
export const emptyDisk = (): Disk => ({ receipt: null, database: emptyDatabase() });

const byId = (a: { id: number }, b: { id: number }): number => a.id - b.id;

function transactionOn(state: DatabaseState): TelemetryTransaction {
  return {
    consent: async () => state.consent,
    putConsent: async (row) => void Object.assign(state, { consent: row }),
    appendReceipt: async (receipt) => void state.receipts.push(receipt),
    clearReceipts: async () => void Object.assign(state, { receipts: [] }),
    keepsLog: async () => state.keepsLog,
    setKeepsLog: async (keepsLog) => void Object.assign(state, { keepsLog }),
    sink: async (name) => state.sinks[name] ?? freshSink(name),
    putSink: async (name, sink) => void Object.assign(state.sinks, { [name]: sink }),
    tally: async () => state.tally,
    putTally: async (tally) => void Object.assign(state, { tally }),
    nextId: async (at) => Math.max(at * 1000, ...[...state.queue.keys(), ...state.log.keys()].map((id) => id + 1)),
    queueSizes: async () => [...state.queue.values()].sort(byId),
    queued: async (ids) => ids.flatMap((id) => state.queue.get(id) ?? []),
    putQueued: async (rows) => {
      for (const row of rows) state.queue.set(row.id, row);
    },
    removeQueued: async (ids) => {
      for (const id of ids) state.queue.delete(id);
    },
    logged: async (id) => state.log.get(id),
    putLog: async (row) => void state.log.set(row.id, row),
    clearLog: async () => state.log.clear(),
    takeLog: async () => {
      const rows = [...state.log.values()];
      state.log.clear();
      return rows;
    },
    addLog: async (rows) => {
      for (const row of rows) if (!state.log.has(row.id)) state.log.set(row.id, row);
    },
    trimLog: async (firstDay, today, most) => {
      for (const row of state.log.values()) if (row.day > today) state.log.set(row.id, { ...row, day: today });
      for (const row of [...state.log.values()]) if (row.day < firstDay) state.log.delete(row.id);
      for (const row of [...state.log.values()].sort(byId).slice(0, -most)) state.log.delete(row.id);
    },
  };
}

export const cloneDatabase = (state: DatabaseState): DatabaseState => structuredClone(state);

/** A moment in which something else can happen. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** One transaction at a time, all or nothing; a kill before it ends leaves nothing of it. */
export function memoryDatabase(disk: Disk, fate: Fate): TelemetryDatabase {
  const lock = memoryLock();
  return {
    transact: (body) =>
      lock(async () => {
        await pause();
        fate.step();
        const draft = cloneDatabase(disk.database);
        const result = await body(transactionOn(draft));
        fate.step();
        disk.database = draft;
        fate.step();
        return result;
      }),
  };
}

export function memoryReceipts(disk: Disk, fate: Fate): ReceiptStore {
  return {
    async read() {
      await pause();
      return disk.receipt;
    },
    async write(receipt) {
      await pause();
      fate.step();
      disk.receipt = receipt;
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
