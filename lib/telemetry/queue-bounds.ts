import type { SinkName } from './destinations.ts';
import type { QueueSize, Why } from './rows.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Bounds {
  readonly rows: number;
  readonly bytes: number;
  /** Milliseconds. */
  readonly age: number;
}

/** What may wait for each sink. Error reports have a bound of their own, so that they never push out events. */
export const bounds: Readonly<Record<SinkName, Bounds>> = {
  posthog: { rows: 1000, bytes: 1_000_000, age: 7 * DAY },
  sentry: { rows: 50, bytes: 400_000, age: 7 * DAY },
};

/** A longer body is refused on this device. */
export const MOST_BODY_BYTES = 30_000;

export interface Overflow {
  readonly id: number;
  readonly why: Extract<Why, 'tooOld' | 'tooMany'>;
}

/** What has to go, oldest first. @param sizes oldest first in each sink */
export function overflow(sizes: readonly QueueSize[], now: number): Overflow[] {
  const kept: Record<SinkName, { rows: number; bytes: number }> = {
    posthog: { rows: 0, bytes: 0 },
    sentry: { rows: 0, bytes: 0 },
  };
  const out: Overflow[] = [];
  for (const { id, sink, bytes, at } of sizes.toReversed()) {
    const { rows, bytes: most, age } = bounds[sink];
    const held = kept[sink];
    held.rows += 1;
    held.bytes += bytes;
    if (now - at > age) out.push({ id, why: 'tooOld' });
    else if (held.rows > rows || held.bytes > most) out.push({ id, why: 'tooMany' });
  }
  return out.reverse();
}
