/** Where an answer came from. `mended`: the two receipts differed at a start, or saving an agreement failed halfway. */
export const controls = ['welcome', 'options', 'browser', 'mended', 'erased'] as const;
export type Control = (typeof controls)[number];

/** One answer. Every change appends one; numbers never restart. */
export interface Receipt {
  readonly number: number;
  /** Milliseconds since the epoch. */
  readonly since: number;
  readonly state: 'granted' | 'denied';
  readonly policyVersion: string;
  readonly by: Control;
  /** Raised by a withdrawal and by "Delete waiting events": what waits under a lower one is never sent. */
  readonly epoch: number;
}

/** What the database keeps of the last answer. */
export interface ConsentRow {
  readonly receipt: Receipt;
  /** Random; there only while telemetry is on. Never leaves the device: what is sent is its hash. */
  readonly installationId: string | null;
}

/** A receipt that both places agree on, and what may be sent under it. */
export interface Agreement {
  readonly number: number;
  readonly since: number;
  readonly epoch: number;
  readonly policyVersion: string;
  readonly installationId: string;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const VERSION = /^\d{1,4}(\.\d{1,4}){0,3}$/;

/** The receipt in a stored value, or null when there is none or it is not whole. */
export function parseReceipt(stored: unknown): Receipt | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { number, since, state, policyVersion, by, epoch } = stored as Record<string, unknown>;
  if (!isCount(number) || !isCount(since) || !isCount(epoch)) return null;
  if (state !== 'granted' && state !== 'denied') return null;
  if (typeof policyVersion !== 'string' || !VERSION.test(policyVersion)) return null;
  const control = controls.find((known) => known === by);
  return control ? { number, since, state, policyVersion, by: control, epoch } : null;
}

const sameAnswer = (a: Receipt, b: Receipt): boolean =>
  a.number === b.number && a.since === b.since && a.state === b.state && a.policyVersion === b.policyVersion;

/** What both places allow; null is off. */
export function agreementOf(outside: Receipt | null, inside: ConsentRow | null): Agreement | null {
  if (!outside || !inside?.installationId) return null;
  if (outside.state !== 'granted' || !sameAnswer(outside, inside.receipt)) return null;
  const { number, since, policyVersion } = outside;
  // while waiting events are being deleted, the place written first already has the higher epoch
  const epoch = Math.max(outside.epoch, inside.receipt.epoch);
  return { number, since, policyVersion, epoch, installationId: inside.installationId };
}

export const sameAgreement = (a: Agreement | null, b: Agreement | null): boolean =>
  a === b ||
  (a !== null && b !== null && a.number === b.number && a.epoch === b.epoch && a.installationId === b.installationId);

/** What a start finds, and what follows. */
export type Standing = 'unset' | 'whole' | 'finishDeleting' | 'withdraw';

/**
 * Compares the two receipts: one alone, two that differ, or an agreement without an ID (or one left behind by a
 * refusal) end as a withdrawal; two that differ in the epoch alone end as the deletion that was cut off.
 */
export function standing(outside: Receipt | null, inside: ConsentRow | null): Standing {
  if (!outside && !inside) return 'unset';
  if (!outside || !inside || !sameAnswer(outside, inside.receipt)) return 'withdraw';
  if ((outside.state === 'granted') !== (inside.installationId !== null)) return 'withdraw';
  return outside.epoch === inside.receipt.epoch ? 'whole' : 'finishDeleting';
}

/** The receipt after these two: a number that was never used, an epoch above both when `raise`. */
export function nextReceipt(
  outside: Receipt | null,
  inside: ConsentRow | null,
  answer: Pick<Receipt, 'since' | 'state' | 'policyVersion' | 'by'>,
): Receipt {
  const highest = (part: 'number' | 'epoch'): number => Math.max(outside?.[part] ?? 0, inside?.receipt[part] ?? 0);
  const epoch = highest('epoch') + (answer.state === 'denied' ? 1 : 0);
  return { ...answer, number: highest('number') + 1, epoch };
}
