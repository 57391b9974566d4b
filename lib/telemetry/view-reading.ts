import { liveQuery } from 'dexie';
import { queueSizesOf, TelemetryStore, talliedLog } from './database.ts';
import { deletionText } from './deletion-request.ts';
import { sinkNames } from './destinations.ts';
import { localAsked, localReceipts } from './receipt-store.ts';
import { agreementOf, type ConsentRow, type Receipt } from './receipts.ts';
import type { QueueRow, SinkState, Tally } from './rows.ts';
import { freshSink } from './sink-state.ts';
import type { Known, PrivacyStatus, PrivacyView } from './view.ts';
import { fingerprintsIn, logLines, logPage } from './view-log.ts';

function knownFrom(first: Receipt | undefined, outside: Receipt | null, installed: number | null): Known {
  if (!first) return outside ? { since: null, why: 'lost' } : { since: installed, why: 'installed' };
  if (first.by === 'erased') return { since: first.since, why: 'erased' };
  return first.number > 1 ? { since: first.since, why: 'lost' } : { since: installed, why: 'installed' };
}

export function openPrivacyReading(): PrivacyView {
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
