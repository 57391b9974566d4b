import type { TimeEntry } from '../entry.ts';
import { proportion } from '../proportion.ts';
import { amountOf } from '../rate.ts';
import type { Rounding } from '../settings.ts';
import { type DayPart, partsByDay } from '../split.ts';

const minute = 60_000;

/** A duration rounded the way a report says; half a step is rounded up by `nearest`. Whole milliseconds. */
export const roundDuration = (ms: number, { minutes, mode }: Rounding): number => {
  if (minutes === 0) return ms;
  const step = minutes * minute;
  const over = ms % step;
  const up = mode === 'up' ? over > 0 : mode === 'nearest' && over * 2 >= step;
  return ms - over + (up ? step : 0);
};

/** Each day keeps what was tracked on it, as far as the rounded whole reaches; the last takes what remains. */
const roundParts = (parts: readonly DayPart[], whole: number): number[] => {
  let left = whole;
  return parts.map(({ ms }, index) => {
    const given = index === parts.length - 1 ? left : Math.min(ms, left);
    left -= given;
    return given;
  });
};

/** An amount shared in proportion to time, by differences of rounded running sums: the shares sum to it. */
const share = (amount: number, times: readonly number[], whole: number): number[] => {
  let sum = 0;
  let shared = 0;
  return times.map((ms) => {
    sum += ms;
    const before = shared;
    shared = whole === 0 ? 0 : proportion(amount, sum, whole);
    return shared - before;
  });
};

/**
 * What a report counts of an entry on each day: the entry is rounded first and split at midnight then. Its amount is that
 * of the rounded time, rounded once; null when it is not billable or has no rate.
 */
export const roundedParts = (entry: TimeEntry, rounding: Rounding): DayPart[] => {
  const { rate, billable, start, end } = entry;
  const whole = roundDuration(end - start, rounding);
  const amount = billable && rate !== null ? amountOf(rate, whole) : null;
  if (rounding.minutes === 0) return partsByDay(entry, amount);
  const parts = partsByDay(entry, null);
  const times = roundParts(parts, whole);
  const amounts = amount === null ? null : share(amount, times, whole);
  return parts.map(({ day }, index) => ({ day, ms: times[index] ?? 0, amount: amounts?.[index] ?? null }));
};
