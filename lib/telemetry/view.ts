import { liveQuery } from 'dexie';
import { queueSizesOf, TelemetryStore, talliedLog } from './database.ts';
import { deletionText } from './deletion-request.ts';
import { addresses, sinkNames } from './destinations.ts';
import { headersBrowsersAdd, headersWeSet } from './headers.ts';
import type { LogTally } from './log-tally.ts';
import { localAsked, localReceipts } from './receipt-store.ts';
import { agreementOf, type ConsentRow, type Receipt } from './receipts.ts';
import type { LogRow, QueueRow, SinkState, Tally } from './rows.ts';
import { freshSink } from './sink-state.ts';
import { fingerprintsIn, type LogFilter, type LogPage, logLines, logPage } from './view-log.ts';
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

function knownFrom(first: Receipt | undefined, outside: Receipt | null, installed: number | null): Known {
  if (!first) return outside ? { since: null, why: 'lost' } : { since: installed, why: 'installed' };
  if (first.by === 'erased') return { since: first.since, why: 'erased' };
  return first.number > 1 ? { since: first.since, why: 'lost' } : { since: installed, why: 'installed' };
}

export function openPrivacyView(): PrivacyView {
  const store = new TelemetryStore();
  const meta = async <T>(name: string, none: T): Promise<T> => ((await store.meta.get(name))?.value as T) ?? none;

  async function status(): Promise<PrivacyStatus> {
    const outside = await localReceipts.read();
    const inside = await meta<ConsentRow | null>('consent', null);
    const agreement = agreementOf(outside, inside);
    const receipt = agreement ?? inside?.receipt ?? outside;
    const sizes = await queueSizesOf(store);
    const sinks = await Promise.all(
      sinkNames.map(async (name) => [name, await meta(`sink:${name}`, freshSink(name))] as const),
    );
    return {
      state: agreement ? 'on' : receipt ? 'off' : 'unset',
      since: receipt?.since ?? null,
      policyVersion: receipt?.policyVersion ?? null,
      known: knownFrom(await store.receipts.orderBy('number').first(), outside, (await localAsked.read())?.at ?? null),
      sent: await meta<Tally>('tally', { sent: 0, bytes: 0 }),
      waiting: { rows: sizes.length, bytes: sizes.reduce((sum, { bytes }) => sum + bytes, 0) },
      logged: await talliedLog(store),
      keepsLog: await meta('keepsLog', true),
      sinks: Object.fromEntries(sinks) as Record<QueueRow['sink'], SinkState>,
    };
  }

  async function deletionRequest(): Promise<string | null> {
    const fingerprints = await fingerprintsIn(store);
    return fingerprints.length > 0 ? deletionText(fingerprints) : null;
  }

  return {
    status,
    waiting: () => store.queue.orderBy('id').toArray(),
    log: (filter, below, limit) => logPage(store, filter, below, limit),
    receipts: () => store.receipts.orderBy('number').toArray(),
    download: () => logLines(store),
    deletionRequest,
    watch(changed) {
      const seen = liveQuery(() =>
        Promise.all([store.meta.toArray(), store.queue.count(), store.log.orderBy('id').lastKey()]),
      );
      const subscription = seen.subscribe({ next: () => changed() });
      return () => subscription.unsubscribe();
    },
  };
}
