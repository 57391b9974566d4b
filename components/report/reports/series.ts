import { addDays } from '../../../lib/domain/civil.ts';
import type { Days } from '../../../lib/domain/days.ts';
import type { Day } from '../../../lib/domain/entry.ts';
import { dayCount, type Period, periodStart } from '../../../lib/domain/report/range.ts';

/** How many are shown by name; the rest is "Other". */
export const SHOWN = 8;
/** More bars than this want the whole width. */
export const FEW_BARS = 14;
/** The key of the rest. No id, day or description is like it. */
export const OTHER = '\u0000other';

export interface Piece {
  readonly key: string;
  readonly ms: number;
}

export interface Bar {
  /** First day of its period. */
  readonly key: Day;
  readonly ms: number;
  /** From the bottom up, in the same order in every bar. */
  readonly pieces: readonly Piece[];
}

export interface Series {
  readonly bars: readonly Bar[];
  /** Largest of the range first; `OTHER` last. */
  readonly keys: readonly string[];
  /** How many are in `OTHER`. */
  readonly others: number;
}

/** What a bar stands for, whichever fits the length of the range. */
export const periodFor = (days: Days): Period => {
  const count = dayCount(days);
  if (count <= 62) return 'day';
  if (count <= 190) return 'week';
  return count <= 62 * 31 ? 'month' : 'year';
};

/** Keys from the largest to the smallest, the first few by themselves. */
export function leading(sums: ReadonlyMap<string, number>): {
  readonly keys: readonly string[];
  readonly rest: string[];
} {
  const keys = [...sums].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([key]) => key);
  return { keys: keys.slice(0, SHOWN), rest: keys.slice(SHOWN) };
}

const barStarts = ({ first, last }: Days, period: Period, weekStartsOn: number): Day[] => {
  const starts: Day[] = [];
  let at = periodStart(period, first, weekStartsOn);
  while (at <= last) {
    starts.push(at);
    // every period begins again within 370 days, and none twice within its own days
    const ahead = { day: 1, week: 7, month: 31, quarter: 93, year: 366 }[period];
    at = periodStart(period, addDays(at, ahead), weekStartsOn);
  }
  return starts;
};

/** The bars of a range, empty ones too, each with its pieces in the order of the whole range. */
export function seriesOf(
  found: ReadonlyMap<string, ReadonlyMap<string, number>>,
  days: Days,
  period: Period,
  weekStartsOn: number,
): Series {
  const whole = new Map<string, number>();
  for (const pieces of found.values()) for (const [key, ms] of pieces) whole.set(key, (whole.get(key) ?? 0) + ms);
  const { keys, rest } = leading(whole);
  const bars = barStarts(days, period, weekStartsOn).map((key): Bar => {
    const pieces = found.get(key) ?? new Map<string, number>();
    const ms = [...pieces.values()].reduce((sum, n) => sum + n, 0);
    const named = keys.map((piece) => ({ key: piece, ms: pieces.get(piece) ?? 0 }));
    const other = ms - named.reduce((sum, piece) => sum + piece.ms, 0);
    return { key, ms, pieces: [...named, { key: OTHER, ms: other }].filter((piece) => piece.ms > 0) };
  });
  return { bars, keys: rest.length > 0 ? [...keys, OTHER] : keys, others: rest.length };
}

/** Bars of days made into bars of a longer period. */
export function mergeBars(
  days: ReadonlyMap<string, ReadonlyMap<string, number>>,
  period: Period,
  weekStartsOn: number,
): Map<string, Map<string, number>> {
  const merged = new Map<string, Map<string, number>>();
  for (const [day, pieces] of days) {
    const key = periodStart(period, day, weekStartsOn);
    const bar = merged.get(key) ?? new Map<string, number>();
    merged.set(key, bar);
    for (const [piece, ms] of pieces) bar.set(piece, (bar.get(piece) ?? 0) + ms);
  }
  return merged;
}
