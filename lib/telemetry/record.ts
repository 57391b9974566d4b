import type { Thrown } from '../platform/thrown.ts';
import type { SinkName } from './destinations.ts';
import { checkFields, isStrange, type Strange } from './envelope.ts';
import { fingerprintOf, NO_FINGERPRINT } from './fingerprint.ts';
import { dayOf, logQueued } from './log.ts';
import type { PlatformFacts } from './platform-facts.ts';
import { covers, POLICY_VERSION } from './policy.ts';
import type { ReceiptStore, TelemetryDatabase, TelemetryTransaction } from './ports.ts';
import { boundQueue } from './queue.ts';
import { MOST_BODY_BYTES } from './queue-bounds.ts';
import { type Agreement, agreementOf, sameAgreement } from './receipts.ts';
import { type EventName, isEventName, ruleOf } from './registry.ts';
import type { LogRow, QueueRow, RecordedName } from './rows.ts';
import type { Builders } from './sinks/lazy.ts';

export interface RecordParts {
  readonly receipts: ReceiptStore;
  readonly database: TelemetryDatabase;
  readonly builders: Builders;
  readonly now: () => number;
  readonly platform: () => PlatformFacts;
  /** The address of the extension's files, ending with a slash. */
  readonly home: string;
}

/** What is recorded: an event, or something that was thrown. */
export type Said =
  | { readonly kind: 'event'; readonly name: EventName; readonly fields: unknown }
  | { readonly kind: 'error'; readonly thrown: Thrown };

/** A recording that was overtaken by a change of the answer this often is given up. */
const TRIES = 5;

/** Something ready to be written, for one state of the agreement. */
interface Built {
  readonly event: RecordedName;
  readonly sink: SinkName;
  readonly at: number;
  readonly fingerprint: string;
  readonly made: { readonly body: string; readonly bytes: number } | Strange;
}

/** Builds what is recorded and writes it to the log and, if agreed, to the queue, in the transaction that reads consent. */
export class Recorder {
  readonly #parts: RecordParts;
  /** What the last recording found: built for first, and again if it changed. */
  #expected: Agreement | null = null;

  constructor(parts: RecordParts) {
    this.#parts = parts;
  }

  /** @returns whether something now waits to be sent. Rejects when the database cannot be written. */
  async record(said: Said): Promise<boolean> {
    const at = this.#parts.now();
    for (let i = 0; i < TRIES; i++) {
      const expected = this.#expected;
      const built = await this.#build(said, expected, at);
      if (!built) return false;
      // read before the transaction: a withdrawal writes here first, and empties the queue after
      const outside = await this.#parts.receipts.read();
      const written = await this.#parts.database.transact(async (tx) => {
        const found = agreementOf(outside, await tx.consent());
        this.#expected = found;
        return sameAgreement(found, expected) ? write(tx, said, built, found) : null;
      });
      if (written) return written === 'waiting';
    }
    return false;
  }

  /** The bytes of an event as it would be sent, without recording it. */
  async sample(name: EventName, fields: object): Promise<string | null> {
    const built = await this.#build({ kind: 'event', name, fields }, null, this.#parts.now());
    return built && !isStrange(built.made) ? built.made.body : null;
  }

  async #build(said: Said, agreement: Agreement | null, at: number): Promise<Built | null> {
    const fingerprint = agreement ? await fingerprintOf(agreement.installationId) : NO_FINGERPRINT;
    const made = await this.#make(said, fingerprint, at);
    if (!made) return null;
    // a name that is not on the list is not written anywhere; "error" stands for all of them
    const event: RecordedName = said.kind === 'event' && isEventName(said.name) ? said.name : 'error';
    return { event, sink: said.kind === 'event' ? 'posthog' : 'sentry', at, fingerprint, made: measured(made) };
  }

  async #make(said: Said, fingerprint: string, at: number): Promise<{ readonly body: string } | Strange | null> {
    const { builders, home } = this.#parts;
    const platform = this.#parts.platform();
    if (said.kind === 'error') return builders.error(said.thrown, { fingerprint, at, platform, home });
    const fields = checkFields(said.name, said.fields);
    return isStrange(fields) ? fields : builders.usage({ name: said.name, fields, fingerprint, at, platform });
  }
}

function measured(made: { readonly body: string } | Strange): Built['made'] {
  if (isStrange(made)) return made;
  const bytes = new TextEncoder().encode(made.body).length;
  return bytes > MOST_BODY_BYTES ? { strange: 'size' } : { body: made.body, bytes };
}

async function write(
  tx: TelemetryTransaction,
  said: Said,
  built: Built,
  agreement: Agreement | null,
): Promise<'waiting' | 'logged'> {
  const { event, sink, at, fingerprint, made } = built;
  const id = await tx.nextId(at);
  if (isStrange(made)) {
    await log(tx, { ...logRow(built, id), state: 'refused', why: 'field', field: made.strange });
    return 'logged';
  }
  const since = said.kind === 'event' ? ruleOf(said.name).since : POLICY_VERSION;
  if (!agreement || !covers(agreement.policyVersion, since)) {
    const body = made.body.replaceAll(fingerprint, NO_FINGERPRINT);
    await log(tx, { ...logRow(built, id), body, bytes: made.bytes, why: agreement ? 'newPolicy' : 'off' });
    return 'logged';
  }
  const { number, epoch } = agreement;
  const row: QueueRow = { id, sink, event, at, number, epoch, ...made, fingerprint, attempts: 0 };
  await tx.putQueued([row]);
  await logQueued(tx, [row], { state: 'waiting' }, at);
  await boundQueue(tx, at);
  return 'waiting';
}

const logRow = ({ event, sink, at }: Built, id: number): LogRow => ({
  ...{ id, at, day: dayOf(at), event, sink, state: 'wouldBeSent', why: null, field: null, body: null, bytes: 0 },
  ...{ attempts: 0, changed: at, answer: null, retryAt: null },
});

async function log(tx: TelemetryTransaction, row: LogRow): Promise<void> {
  if (await tx.keepsLog()) await tx.putLog(row);
}
