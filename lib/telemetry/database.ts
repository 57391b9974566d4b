import Dexie, { type EntityTable, type Table } from 'dexie';
import type { SinkName } from './destinations.ts';
import { type LogTally, tallied, tallyFrom, tallyPut, tallyRemoved } from './log-tally.ts';
import type { TelemetryDatabase, TelemetryTransaction } from './ports.ts';
import type { ConsentRow, Receipt } from './receipts.ts';
import type { LogRow, QueueRow, QueueSize, SinkState, Tally } from './rows.ts';
import { freshSink } from './sink-state.ts';

export const TELEMETRY_DATABASE = 'telemetry';

interface MetaRow {
  readonly name: string;
  readonly value: unknown;
}

/** The index that says of the queue what there is to know without its bodies. */
const SIZES = '[sink+id+bytes+at+number+epoch]';

/** Consent, queue and log. Never in a backup or in the second copy, so that nothing carries an agreement over. */
export class TelemetryStore extends Dexie {
  meta!: Table<MetaRow, string>; // set by Dexie from the stores below, as are the others
  receipts!: EntityTable<Receipt, 'number'>;
  queue!: Table<QueueRow, number>;
  log!: Table<LogRow, number>;

  constructor() {
    // strict: an answer that was acknowledged is on the disk, not in a buffer of the operating system
    super(TELEMETRY_DATABASE, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      meta: 'name',
      receipts: 'number',
      queue: `id, ${SIZES}`,
      log: 'id, fingerprint, [event+id], [state+id], [event+state+id], [day+id]',
    });
  }
}

export async function queueSizesOf(store: TelemetryStore): Promise<QueueSize[]> {
  const keys = (await store.queue.orderBy(SIZES).keys()) as unknown as [
    SinkName,
    number,
    number,
    number,
    number,
    number,
  ][];
  return keys.map(([sink, id, bytes, at, number, epoch]) => ({ sink, id, bytes, at, number, epoch }));
}

type Accounts = Pick<
  TelemetryTransaction,
  | 'consent'
  | 'putConsent'
  | 'appendReceipt'
  | 'clearReceipts'
  | 'keepsLog'
  | 'setKeepsLog'
  | 'sink'
  | 'putSink'
  | 'tally'
  | 'putTally'
>;

function accountsOf({ meta, receipts }: TelemetryStore): Accounts {
  const read = async <T>(name: string): Promise<T | undefined> => (await meta.get(name))?.value as T | undefined;
  const write = async (name: string, value: unknown): Promise<void> => void (await meta.put({ name, value }));
  return {
    consent: async () => (await read<ConsentRow>('consent')) ?? null,
    putConsent: (row) => write('consent', row),
    appendReceipt: async (receipt) => void (await receipts.put(receipt)),
    clearReceipts: () => receipts.clear(),
    keepsLog: async () => (await read<boolean>('keepsLog')) ?? true,
    setKeepsLog: (keeps) => write('keepsLog', keeps),
    sink: async (name) => (await read<SinkState>(`sink:${name}`)) ?? freshSink(name),
    putSink: (name, state) => write(`sink:${name}`, state),
    tally: async () => (await read<Tally>('tally')) ?? { sent: 0, bytes: 0 },
    putTally: (tally) => write('tally', tally),
  };
}

/** A thousand numbers a millisecond, so that ids follow the clock and leave room for what is recorded at once. */
const IDS_A_MILLISECOND = 1000;

export const talliedLog = async ({ meta }: TelemetryStore): Promise<LogTally> =>
  ((await meta.get('logged'))?.value as LogTally | undefined) ?? {};

function transactionOf(store: TelemetryStore): TelemetryTransaction {
  const { queue, log, meta } = store;
  const putTally = async (value: LogTally): Promise<void> => void (await meta.put({ name: 'logged', value }));
  return {
    ...accountsOf(store),
    async nextId(at) {
      const last = await Promise.all([queue.toCollection().lastKey(), log.toCollection().lastKey()]);
      return Math.max(at * IDS_A_MILLISECOND, ...last.map((id) => Number(id ?? 0) + 1));
    },
    queueSizes: () => queueSizesOf(store),
    queued: async (ids) => (await queue.bulkGet([...ids])).flatMap((row) => row ?? []),
    putQueued: async (rows) => void (await queue.bulkPut([...rows])),
    removeQueued: (ids) => queue.bulkDelete([...ids]),
    logged: (id) => log.get(id),
    async putLog(row) {
      const before = await log.get(row.id);
      await log.put(row);
      await putTally(tallyPut(await talliedLog(store), before, row));
    },
    async clearLog() {
      await log.clear();
      await putTally({});
    },
    async takeLog() {
      const rows = await log.toArray();
      await log.clear();
      await putTally({});
      return rows;
    },
    async addLog(rows) {
      const there = await log.bulkGet(rows.map(({ id }) => id));
      const missing = rows.filter((_, index) => there[index] === undefined);
      await log.bulkAdd(missing);
      await putTally(missing.reduce((sum, row) => tallyPut(sum, undefined, row), await talliedLog(store)));
    },
    async trimLog(firstDay, today, most) {
      await log.where('[day+id]').below([firstDay, Dexie.minKey]).delete();
      const ahead = await log.where('[day+id]').above([today, Dexie.maxKey]).toArray();
      await log.bulkPut(ahead.map((row) => ({ ...row, day: today })));
      const left = tallyFrom(await talliedLog(store), firstDay);
      const young = ahead.reduce((sum, row) => tallyPut(sum, row, { ...row, day: today }), left);
      const over = tallied(young).rows - most;
      const oldest = over > 0 ? await log.orderBy('id').limit(over).toArray() : [];
      await log.bulkDelete(oldest.map(({ id }) => id));
      await putTally(tallyRemoved(young, oldest));
    },
  };
}

export function openTelemetryDatabase(): TelemetryDatabase {
  const store = new TelemetryStore();
  const transaction = transactionOf(store);
  return {
    transact: async (body) =>
      store.transaction('rw', [store.meta, store.receipts, store.queue, store.log], async () => body(transaction)),
  };
}
