import type { Colour } from './catalogue.ts';
import { addDays, startOfDay } from './civil.ts';
import type { Day, Instant, Span } from './entry.ts';

export interface StripPart extends Span {
  /** Null: no project. */
  readonly colour: Colour | null;
}

export interface DayStrip {
  /** What was tracked on the day, clipped to it, by start. */
  readonly parts: readonly StripPart[];
  /** From the first start to the last end; null when nothing was tracked. */
  readonly tracked: Span | null;
  /** Milliseconds within `tracked`: overlapping time counts once. */
  readonly covered: number;
  /** Stretches of it, a minute long or more, without an entry, and their milliseconds. */
  readonly gaps: number;
  readonly untracked: number;
  /** What the drawing spans: whole two hours, at least 8 to 18 o'clock. */
  readonly axis: Span;
}

const MINUTE = 60_000;
const TWO_HOURS = 2 * 60 * MINUTE;
const USUAL = [8, 18] as const;

/** One day by the clock. */
export function dayStrip(day: Day, zone: string, given: readonly StripPart[]): DayStrip {
  const begins = startOfDay(day, zone);
  const ends = startOfDay(addDays(day, 1), zone);
  const parts = given
    .map((part) => ({ ...part, start: Math.max(part.start, begins), end: Math.min(part.end, ends) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  return { parts, ...cover(parts), axis: axisOf(day, zone, parts, begins, ends) };
}

function cover(parts: readonly Span[]): Pick<DayStrip, 'tracked' | 'covered' | 'gaps' | 'untracked'> {
  const [first] = parts;
  if (!first) return { tracked: null, covered: 0, gaps: 0, untracked: 0 };
  let { end } = first;
  let gaps = 0;
  let untracked = 0;
  for (const part of parts) {
    const gap = part.start - end;
    if (gap >= MINUTE) gaps += 1;
    if (gap > 0) untracked += gap;
    end = Math.max(end, part.end);
  }
  return { tracked: { start: first.start, end }, covered: end - first.start - untracked, gaps, untracked };
}

function axisOf(day: Day, zone: string, parts: readonly Span[], begins: Instant, ends: Instant): Span {
  const hour = (hours: number): Instant =>
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour: hours } }).epochMilliseconds;
  const [from, to] = [hour(USUAL[0]), hour(USUAL[1])];
  const first = Math.min(from, ...parts.map(({ start }) => start));
  const last = Math.max(to, ...parts.map(({ end }) => end));
  const earlier = Math.ceil((from - first) / TWO_HOURS) * TWO_HOURS;
  const later = Math.ceil((last - to) / TWO_HOURS) * TWO_HOURS;
  return { start: Math.max(begins, from - earlier), end: Math.min(ends, to + later) };
}
