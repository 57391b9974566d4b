import type { SinkName } from './destinations.ts';
import type { ConsentRow, Receipt } from './receipts.ts';
import type { Answer, LogRow, QueueRow, QueueSize, SinkState, Tally } from './rows.ts';

/** Inside one strict read-write transaction of the database `telemetry`. */
export interface TelemetryTransaction {
  consent(): Promise<ConsentRow | null>;
  putConsent(row: ConsentRow): Promise<void>;
  appendReceipt(receipt: Receipt): Promise<void>;
  clearReceipts(): Promise<void>;
  keepsLog(): Promise<boolean>;
  setKeepsLog(keeps: boolean): Promise<void>;
  sink(name: SinkName): Promise<SinkState>;
  putSink(name: SinkName, state: SinkState): Promise<void>;
  tally(): Promise<Tally>;
  putTally(tally: Tally): Promise<void>;
  /** Above every id in use, and in step with the clock. */
  nextId(at: number): Promise<number>;
  /** Everything that waits, oldest first in each sink, without bodies. */
  queueSizes(): Promise<QueueSize[]>;
  queued(ids: readonly number[]): Promise<QueueRow[]>;
  putQueued(rows: readonly QueueRow[]): Promise<void>;
  removeQueued(ids: readonly number[]): Promise<void>;
  logged(id: number): Promise<LogRow | undefined>;
  putLog(row: LogRow): Promise<void>;
  clearLog(): Promise<void>;
  /** Clears the log and says what it held. */
  takeLog(): Promise<LogRow[]>;
  /** Puts rows back; what was written about the same events since then stays. */
  addLog(rows: readonly LogRow[]): Promise<void>;
  /**
   * Removes what was recorded before `firstDay`, and the oldest above `most` rows. What was recorded after `today`, by a clock
   * that was ahead, counts as today's from now on, or it would stay for as long.
   */
  trimLog(firstDay: string, today: string, most: number): Promise<void>;
}

export interface TelemetryDatabase {
  /** All of `body` or nothing of it. Rejects when the database cannot be opened or written. */
  transact<T>(body: (tx: TelemetryTransaction) => Promise<T>): Promise<T>;
}

/** The receipt outside the database: chrome.storage.local. */
export interface ReceiptStore {
  read(): Promise<Receipt | null>;
  write(receipt: Receipt): Promise<void>;
}

/** Runs one body at a time across every context of the extension. */
export type Lock = <T>(body: () => Promise<T>) => Promise<T>;

/** Whether the browser's own permission lets us collect (Firefox); true where there is no such permission. */
export type Permitted = () => Promise<boolean>;

/** Sends a body. Rejects when there was no answer, and when `signal` aborts. */
export type Post = (address: string, body: string, signal: AbortSignal) => Promise<Answer>;
