import { addresses } from './destinations.ts';
import { headersBrowsersAdd, headersWeSet } from './headers.ts';
import { lateDatabases } from './late.ts';
import type { LogTally } from './log-tally.ts';
import type { Receipt } from './receipts.ts';
import type { LogRow, QueueRow, SinkState, Tally } from './rows.ts';
import type { LogFilter, LogPage } from './view-log.ts';
import { batchWrapper } from './wire.ts';

export { parseStatus, STATUS_KEY, type TelemetryStatus } from './display.ts';
export { type LogTally, tallied } from './log-tally.ts';
export { hasPermission, requestInClick } from './permission.ts';
export { POLICY_VERSION, retention } from './policy.ts';
export type { Receipt } from './receipts.ts';
export { eventNames, eventsSince, fieldMeanings, ruleOf } from './registry.ts';
export type { LogRow, QueueRow, State, Why } from './rows.ts';
export type { LogFilter, LogPage } from './view-log.ts';
export { batchWrapper, headersBrowsersAdd, headersWeSet };

/** From when on it is known what was sent. `lost`: the database was; `erased`: the person erased it. */
export interface Known {
  readonly since: number | null;
  readonly why: 'installed' | 'lost' | 'erased';
}

export interface PrivacyStatus {
  readonly state: 'unset' | 'on' | 'off';
  readonly since: number | null;
  /** Of the answer that counts. */
  readonly policyVersion: string | null;
  readonly known: Known;
  readonly sent: Tally;
  /** How many wait, and their bytes. */
  readonly waiting: { readonly rows: number; readonly bytes: number };
  readonly logged: LogTally;
  readonly keepsLog: boolean;
  readonly sinks: Readonly<Record<QueueRow['sink'], SinkState>>;
}

/** What the Privacy page reads. It writes nothing. */
export interface PrivacyView {
  status(): Promise<PrivacyStatus>;
  /** Oldest first, with the exact bytes. */
  waiting(): Promise<QueueRow[]>;
  /** Newest first. @param below the `next` of the page before, or null; @param limit 50 unless told */
  log(filter: LogFilter, below?: number | null, limit?: number): Promise<LogPage>;
  /** Every answer, oldest first. */
  receipts(): Promise<Receipt[]>;
  /** The log as app.jsonl, in pieces. */
  download(): AsyncGenerator<string>;
  /** Text of a request for deletion; null when nothing in the log was sent. */
  deletionRequest(): Promise<string | null>;
  /** Calls back when anything of the above changed. @returns what ends it */
  watch(changed: () => void): () => void;
}

/** Address, headers and what stands around the bytes of a row. */
export const requestOf = ({ sink }: Pick<LogRow, 'sink'>) => ({
  address: addresses[sink],
  headers: headersWeSet,
  wrapper: sink === 'posthog' ? batchWrapper : { before: '', after: '' },
});

export const openPrivacyView = async (): Promise<PrivacyView> => (await lateDatabases()).openPrivacyReading();
