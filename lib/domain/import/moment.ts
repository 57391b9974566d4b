import type { Instant } from '../entry.ts';
import type { ReadDate } from './dates.ts';
import { instantsOf } from './local.ts';
import type { ReadTime } from './times.ts';

const day = 86_400_000;
/** Lengths are written to the minute or to a hundredth of an hour, and zones move by half an hour at least. */
const LENGTHS_DIFFER = 5 * 60_000;

/** One end of an entry as read: exact, or a local time that may stand for two instants. */
export type Moment = { readonly exact: Instant } | { readonly local: number };

export const momentOf = ({ days }: ReadDate, { ms, offset }: ReadTime): Moment =>
  offset === null ? { local: days * day + ms } : { exact: days * day + ms - offset };

export interface Instants {
  readonly start: Instant;
  readonly end: Instant;
}

const instants = (moment: Moment, zone: string): readonly [Instant, ...Instant[]] =>
  'exact' in moment ? [moment.exact] : instantsOf(moment.local, zone);

/** Of the instants that two local times may stand for, the pair that is as long as the file says. */
export function closest(start: Moment, end: Moment, length: number | null, zone: string): Instants {
  const starts = instants(start, zone);
  if ('local' in end && Number.isNaN(end.local)) return { start: starts[0], end: starts[0] + (length ?? 0) };
  const ends = instants(end, zone);
  if (starts.length > 1 || ends.length > 1) {
    const pairs = starts.flatMap((from) => ends.map((to) => ({ start: from, end: to })));
    const exact = pairs.find((pair) => length !== null && Math.abs(pair.end - pair.start - length) < LENGTHS_DIFFER);
    const possible = exact ?? pairs.find((pair) => pair.end >= pair.start);
    if (possible) return possible;
  }
  return { start: starts[0], end: ends[0] };
}
