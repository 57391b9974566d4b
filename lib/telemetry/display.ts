import { agreementOf, type ConsentRow, type Receipt } from './receipts.ts';
import type { Tally } from './rows.ts';

/** Where the popup's footer finds its line in chrome.storage.local. */
export const STATUS_KEY = 'telemetryStatus';

/** For display only: nothing is ever decided by it. */
export interface TelemetryStatus {
  /** `unset`: it was never on. */
  readonly state: 'unset' | 'on' | 'off';
  /** Events and error reports sent, ever; of what is known (see `view.ts`). */
  readonly sent: number;
  /** When the state began; null while it was never on. */
  readonly since: number | null;
}

export function statusOf(outside: Receipt | null, inside: ConsentRow | null, { sent }: Tally): TelemetryStatus {
  const agreement = agreementOf(outside, inside);
  if (agreement) return { state: 'on', sent, since: agreement.since };
  const receipt = inside?.receipt ?? outside;
  const turnedOff = receipt && !(receipt.number === 1 && receipt.state === 'denied');
  return turnedOff ? { state: 'off', sent, since: receipt.since } : { state: 'unset', sent, since: null };
}

export function parseStatus(stored: unknown): TelemetryStatus {
  const { state, sent, since } = (stored ?? {}) as Partial<Record<keyof TelemetryStatus, unknown>>;
  return {
    state: state === 'on' || state === 'off' ? state : 'unset',
    sent: typeof sent === 'number' ? sent : 0,
    since: typeof since === 'number' ? since : null,
  };
}
