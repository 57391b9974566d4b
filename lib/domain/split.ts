import { dayOf, nextBoundary } from './civil.ts';
import type { Day, Instant, Span } from './entry.ts';
import { proportion } from './proportion.ts';

/** What of an entry falls on one civil day. */
export interface DayPart {
  readonly day: Day;
  /** Milliseconds. */
  readonly ms: number;
  /** Minor units; null when the whole has no amount. */
  readonly amount: number | null;
}

/** Milliseconds by day, in order. A clock that goes back over midnight comes to a day twice; its time is then added up. */
const msByDay = (start: Instant, end: Instant, zone: string): Map<Day, number> => {
  const found = new Map<Day, number>();
  let at = start;
  do {
    const day = dayOf(at, zone);
    const until = Math.min(nextBoundary(at, zone), end);
    found.set(day, (found.get(day) ?? 0) + until - at);
    at = until;
  } while (at < end);
  return found;
};

/**
 * Splits an entry at each midnight of its own zone. The milliseconds of the parts sum to the entry's; an entry of no
 * length has one part, on the day of its start.
 *
 * The amount, rounded once for the whole entry, is shared in proportion to time so that the parts sum to it: each part
 * is the difference of two rounded running sums, so no part is negative and the last takes what remains.
 * @param entry its end not before its start
 * @param amount minor units of the whole entry; null when it has none
 */
export const partsByDay = (entry: Span & { readonly zone: string }, amount: number | null): DayPart[] => {
  const { start, end, zone } = entry;
  if (end <= nextBoundary(start, zone)) return [{ day: dayOf(start, zone), ms: end - start, amount }];
  let sum = 0;
  let shared = 0;
  return Array.from(msByDay(start, end, zone), ([day, ms]) => {
    sum += ms;
    if (amount === null) return { day, ms, amount };
    const before = shared;
    shared = proportion(amount, sum, end - start);
    return { day, ms, amount: shared - before };
  });
};

/** Milliseconds of an entry on one day. */
export const msOn = (day: Day, entry: Span & { readonly zone: string }): number =>
  partsByDay(entry, null).reduce((ms, part) => (part.day === day ? ms + part.ms : ms), 0);
