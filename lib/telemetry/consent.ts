import type { Brake } from './brake.ts';
import { sinkNames } from './destinations.ts';
import { mintInstallationId } from './fingerprint.ts';
import { POLICY_VERSION } from './policy.ts';
import type { Lock, Permitted, ReceiptStore, TelemetryDatabase, TelemetryTransaction } from './ports.ts';
import { emptyQueue, moveQueue } from './queue.ts';
import {
  type Agreement,
  agreementOf,
  type ConsentRow,
  type Control,
  nextReceipt,
  type Receipt,
  standing,
} from './receipts.ts';
import { freshSink } from './sink-state.ts';

export interface ConsentParts {
  readonly receipts: ReceiptStore;
  readonly database: TelemetryDatabase;
  readonly lock: Lock;
  readonly permitted: Permitted;
  readonly now: () => number;
  readonly brake: Brake;
}

/** What became of a command: whether the browser's permission is missing, whether it could be stored. */
export type ConsentAnswer = 'done' | 'notPermitted' | 'notSaved';

interface Both {
  readonly outside: Receipt | null;
  readonly inside: ConsentRow | null;
}

/**
 * The person's answer, in two places. Both ways the receipt outside the database is written first, then the strict
 * transaction; a kill in between is found at the next start and ends as a withdrawal (docs/telemetry_policy.md).
 */
export class Consent {
  readonly #parts: ConsentParts;
  #checked: Promise<void> | null = null;

  constructor(parts: ConsentParts) {
    this.#parts = parts;
  }

  /** Compares the two receipts, once in a worker's life, before anything is recorded or sent. */
  ready(): Promise<void> {
    this.#checked ??= this.#parts
      .lock(() => this.#mend())
      .catch((problem: unknown) => {
        this.#checked = null;
        throw problem;
      });
    return this.#checked;
  }

  /** What both places allow now. */
  async agreement(): Promise<Agreement | null> {
    const { outside, inside } = await this.#both();
    return agreementOf(outside, inside);
  }

  async grant(by: Control): Promise<ConsentAnswer> {
    if (!(await this.#parts.permitted())) return 'notPermitted';
    await this.ready();
    return this.#parts.lock(async () => {
      const both = await this.#both();
      const before = agreementOf(both.outside, both.inside);
      if (before?.policyVersion === POLICY_VERSION) return 'done';
      const receipt = this.#receiptAfter(both, 'granted', by);
      try {
        await this.#parts.receipts.write(receipt);
        await this.#parts.database.transact((tx) => agree(tx, receipt, before));
        return 'done';
      } catch {
        await this.#withdraw('mended');
        return 'notSaved';
      }
    });
  }

  /** Turns telemetry off. What is in flight is aborted before anything else is done. */
  withdraw(by: Control): Promise<ConsentAnswer> {
    return this.#stopped(() => this.#withdraw(by));
  }

  /** Deletes what waits, without changing the answer. */
  deleteWaiting(): Promise<ConsentAnswer> {
    return this.#stopped(async () => {
      const { outside, inside } = await this.#both();
      if (!outside || !inside) return 'done';
      const epoch = Math.max(outside.epoch, inside.receipt.epoch) + 1;
      await this.#finishDeleting({ ...outside, epoch }, inside);
      return 'done';
    });
  }

  /** Removes everything local but the settings. What was on is off afterwards; numbers go on. */
  eraseAll(): Promise<ConsentAnswer> {
    return this.#stopped(async () => {
      const { outside, inside } = await this.#both();
      if (outside || inside) {
        const answer = await this.#withdraw('erased');
        if (answer !== 'done') return answer;
      }
      await this.#parts.database.transact(async (tx) => {
        const kept = await tx.consent();
        await Promise.all([tx.clearReceipts(), tx.clearLog(), tx.putTally({ sent: 0, bytes: 0 })]);
        if (kept) await tx.appendReceipt(kept.receipt);
      });
      return 'done';
    });
  }

  /** Nothing begins from the first moment to the last; for the worker's life where `body` could not be stored. */
  async #stopped(body: () => Promise<ConsentAnswer>): Promise<ConsentAnswer> {
    const release = this.#parts.brake.hold();
    const answer = await this.#parts.lock(body).catch((): ConsentAnswer => 'notSaved');
    if (answer === 'done') release();
    return answer;
  }

  async #both(): Promise<Both> {
    const outside = await this.#parts.receipts.read();
    return { outside, inside: await this.#parts.database.transact((tx) => tx.consent()) };
  }

  async #mend(): Promise<void> {
    const { outside, inside } = await this.#both();
    const found = standing(outside, inside);
    if (found === 'withdraw') await this.#withdraw('mended');
    if (found === 'finishDeleting' && outside && inside) {
      const epoch = Math.max(outside.epoch, inside.receipt.epoch);
      await this.#finishDeleting({ ...outside, epoch }, inside);
    }
    if (found !== 'withdraw' && inside?.installationId && !(await this.#parts.permitted())) {
      await this.#withdraw('browser');
    }
  }

  /** Call under the lock. Each place is written even when the other cannot be: either alone means off. */
  async #withdraw(by: Control): Promise<ConsentAnswer> {
    const { receipts, database, now } = this.#parts;
    const outside = await receipts.read().catch(() => null);
    const inside = await database.transact((tx) => tx.consent()).catch(() => null);
    const receipt = this.#receiptAfter({ outside, inside }, 'denied', by);
    const kept = await receipts.write(receipt).then(
      () => true,
      () => false,
    );
    const stored = await database
      .transact((tx) => refuse(tx, receipt, now()))
      .then(
        () => true,
        () => false,
      );
    return kept && stored ? 'done' : 'notSaved';
  }

  async #finishDeleting(outside: Receipt, inside: ConsentRow): Promise<void> {
    await this.#parts.receipts.write(outside);
    await this.#parts.database.transact(async (tx) => {
      await emptyQueue(tx, 'deleted', this.#parts.now(), outside.epoch);
      await tx.putConsent({ ...inside, receipt: { ...inside.receipt, epoch: outside.epoch } });
    });
  }

  #receiptAfter({ outside, inside }: Both, state: Receipt['state'], by: Control): Receipt {
    return nextReceipt(outside, inside, { since: this.#parts.now(), state, policyVersion: POLICY_VERSION, by });
  }
}

async function agree(tx: TelemetryTransaction, receipt: Receipt, before: Agreement | null): Promise<void> {
  if (before) await moveQueue(tx, before.number, receipt.number, receipt.epoch);
  else await emptyQueue(tx, 'withdrawn', receipt.since);
  const installationId = before?.installationId ?? mintInstallationId();
  await tx.putConsent({ receipt, installationId });
  await tx.appendReceipt(receipt);
}

async function refuse(tx: TelemetryTransaction, receipt: Receipt, now: number): Promise<void> {
  await emptyQueue(tx, 'withdrawn', now);
  for (const name of sinkNames) await tx.putSink(name, freshSink(name));
  await tx.putConsent({ receipt, installationId: null });
  await tx.appendReceipt(receipt);
}
