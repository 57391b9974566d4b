import type { Brake } from './brake.ts';
import type { Consent } from './consent.ts';
import { addresses, type SinkName } from './destinations.ts';
import { flushPlan, maySend, type Outcome, settle } from './flush-plan.ts';
import { logQueued } from './log.ts';
import type { Lock, Permitted, Post, ReceiptStore, TelemetryDatabase, TelemetryTransaction } from './ports.ts';
import { boundQueue } from './queue.ts';
import { type Agreement, agreementOf, type Receipt, sameAgreement } from './receipts.ts';
import type { Answer, QueueRow } from './rows.ts';
import { requestBody } from './wire.ts';

/** Chromium kills a worker whose request waits longer than 30 s. */
const PATIENCE = 25_000;

export interface FlushParts {
  readonly receipts: ReceiptStore;
  readonly database: TelemetryDatabase;
  readonly consent: Pick<Consent, 'withdraw'>;
  readonly brake: Brake;
  /** One flush at a time, across worker restarts and windows. */
  readonly lock: Lock;
  readonly permitted: Permitted;
  readonly post: Post;
  readonly now: () => number;
  readonly random: () => number;
  readonly online: () => boolean;
  readonly appVersion: string;
}

interface Batch {
  readonly sink: SinkName;
  readonly rows: readonly QueueRow[];
  readonly agreement: Agreement;
}

/** What a receiver said to a batch. */
interface Answered extends Pick<Batch, 'sink' | 'rows'> {
  /** Null when there was none. */
  readonly answer: Answer | null;
}

/** When the next flush is due; null when something has to happen first. */
export type Due = number | null;

/** Sends what waits. */
export class Flusher {
  readonly #parts: FlushParts;
  /** An answer that could not be written down: it is before anything else is sent, so that nothing goes twice. */
  #unnoted: Answered | null = null;

  constructor(parts: FlushParts) {
    this.#parts = parts;
  }

  /** Sends until nothing is due. Rejects when the database cannot be read. */
  flush(): Promise<Due> {
    return this.#parts.lock(async () => {
      for (;;) {
        // registered before consent is read: a withdrawal from here on aborts it
        const controller = this.#parts.brake.begin();
        try {
          if (controller.signal.aborted) return null;
          if (this.#unnoted) await this.#settle(this.#unnoted);
          const next = await this.#next();
          if (typeof next === 'number' || next === null) return next;
          if (!(await this.#send(next, controller.signal))) return null;
        } finally {
          this.#parts.brake.end(controller);
        }
      }
    });
  }

  /** The next batch, marked as begun in the transaction that reads consent. */
  async #next(): Promise<Batch | Due> {
    const { database, receipts, now, online, appVersion } = this.#parts;
    const outside = await receipts.read();
    return database.transact(async (tx) => {
      const agreement = agreementOf(outside, await tx.consent());
      if (agreement) await boundQueue(tx, now());
      const sinks = { posthog: await tx.sink('posthog'), sentry: await tx.sink('sentry') };
      const waiting = await tx.queueSizes();
      const plan = flushPlan({ agreement, waiting, sinks, now: now(), online: online(), appVersion });
      if (plan.step === 'wait') return plan.until;
      if (plan.step === 'stop' || !agreement) return null;
      const found = (await tx.queued(plan.ids)).filter((row) => maySend(row, agreement));
      const rows = found.map((row): QueueRow => ({ ...row, attempts: row.attempts + 1 }));
      await tx.putQueued(rows);
      await logQueued(tx, rows, { state: 'waiting' }, now());
      return { sink: plan.sink, rows, agreement };
    });
  }

  /** @returns whether to go on */
  async #send({ sink, rows, agreement }: Batch, halted: AbortSignal): Promise<boolean> {
    const { database, receipts, permitted, consent, post } = this.#parts;
    if (!(await permitted())) {
      await consent.withdraw('browser');
      return false;
    }
    const inside = await database.transact((tx) => tx.consent());
    const outside: Receipt | null = await receipts.read();
    if (!sameAgreement(agreementOf(outside, inside), agreement)) return true;
    const body = requestBody(
      sink,
      rows.map((row) => row.body),
    );
    const signal = AbortSignal.any([halted, AbortSignal.timeout(PATIENCE)]);
    if (halted.aborted) return false; // nothing may stand between this line and the request
    const answer = await post(addresses[sink], body, signal).catch(() => null);
    if (answer === null && halted.aborted) return false;
    this.#unnoted = { sink, rows, answer };
    await this.#settle(this.#unnoted);
    return true;
  }

  async #settle({ sink, rows, answer }: Answered): Promise<void> {
    const { database, now, random, appVersion } = this.#parts;
    await database.transact(async (tx) => {
      const before = await tx.sink(sink);
      const tried = { sink, state: before, count: rows.length, answer, appVersion, now: now(), random: random() };
      const { outcome, state } = settle(tried);
      const ids = rows.map(({ id }) => id);
      const waiting = new Set((await tx.queued(ids)).map(({ id }) => id));
      const known = outcome === 'sent' ? await loggedAmong(tx, ids) : [];
      // withdrawn or deleted while the answer was on its way: what was received is noted, what was erased stays erased
      const concerned = rows.filter(({ id }) => waiting.has(id) || known.includes(id));
      if (waiting.size > 0) await tx.putSink(sink, state);
      await note(tx, outcome, concerned, answer, state.notBefore, now());
    });
    this.#unnoted = null;
  }
}

async function loggedAmong(tx: TelemetryTransaction, ids: readonly number[]): Promise<number[]> {
  const rows = await Promise.all(ids.map((id) => tx.logged(id)));
  return rows.flatMap((row) => row?.id ?? []);
}

async function note(
  tx: TelemetryTransaction,
  outcome: Outcome,
  rows: readonly QueueRow[],
  answer: Answer | null,
  retryAt: number,
  now: number,
): Promise<void> {
  if (outcome === 'keep') return logQueued(tx, rows, { state: 'waiting', answer, retryAt: retryAt || null }, now);
  await tx.removeQueued(rows.map(({ id }) => id));
  if (outcome !== 'sent') {
    return logQueued(tx, rows, { state: 'refused', why: outcome === 'refused' ? 'answer' : 'tooLarge', answer }, now);
  }
  const tally = await tx.tally();
  const bytes = rows.reduce((sum, row) => sum + row.bytes, 0);
  await tx.putTally({ sent: tally.sent + rows.length, bytes: tally.bytes + bytes });
  await logQueued(tx, rows, { state: 'sent', answer }, now);
}
