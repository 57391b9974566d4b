import type { Day, Instant } from './entry.ts';
import { stretchAt } from './offset.ts';
import { spanOfDay } from './placement.ts';

/** A full hour of the clock on a day. */
export interface HourLine {
  /** Milliseconds since the day began; where the clock goes back an hour is come to twice, at two of them. */
  readonly offset: number;
  readonly instant: Instant;
}

const STEP = 900_000; // all clocks of the world are a whole number of quarters of an hour apart
const HOUR = 3_600_000;

/** Milliseconds a civil day lasts: 23 or 25 hours where the clock is changed. */
export const lengthOfDay = (day: Day, zone: string): number => {
  const { start, end } = spanOfDay(day, zone);
  return end - start;
};

/** The full hours of a day as its clock shows them, in order. */
export const hoursOfDay = (day: Day, zone: string): HourLine[] => {
  const { start, end } = spanOfDay(day, zone);
  const lines: HourLine[] = [];
  for (let instant = start; instant < end; instant += STEP) {
    if ((instant + stretchAt(instant, zone).offset) % HOUR === 0) lines.push({ offset: instant - start, instant });
  }
  return lines;
};

/** Whether a day is as long as most, so that its hours stand where those of other days do. */
export const isPlainDay = (day: Day, zone: string): boolean => lengthOfDay(day, zone) === 24 * HOUR;
