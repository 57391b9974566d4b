import type { Day, Instant } from './entry.ts';
import { stretchAt } from './offset.ts';

const dayLength = 86_400_000;
const epochDay = new Temporal.PlainDate(1970, 1, 1);
const written = new Map<number, Day>();

/** Written once a day number, because 100,000 entries fall on a few thousand days. */
const write = (dayNumber: number): Day => {
  const known = written.get(dayNumber);
  if (known !== undefined) return known;
  const day = epochDay.add({ days: dayNumber }).toString();
  written.set(dayNumber, day);
  return day;
};

/** The civil day of an instant in a zone (IANA name; an unknown one is a RangeError). */
export const dayOf = (instant: Instant, zone: string): Day =>
  write(Math.floor((instant + stretchAt(instant, zone).offset) / dayLength));

/** The next instant after this one at which the civil day may change: a midnight, or a change of the zone's clock. */
export const nextBoundary = (instant: Instant, zone: string): Instant => {
  const { offset, to } = stretchAt(instant, zone);
  const midnight = (Math.floor((instant + offset) / dayLength) + 1) * dayLength - offset;
  return Math.min(midnight, to);
};

/** The first instant of a civil day: 01:00 where summer time begins at midnight, the earlier of two midnights where it ends. */
export const startOfDay = (day: Day, zone: string): Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

/** The day `n` days later; earlier when `n` is negative. */
export const addDays = (day: Day, n: number): Day => Temporal.PlainDate.from(day).add({ days: n }).toString();

/** Whole days from `from` to `to`; negative when `to` is the earlier one. */
export const daysBetween = (from: Day, to: Day): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** ISO weekday: 1 Monday to 7 Sunday. */
export const weekday = (day: Day): number => Temporal.PlainDate.from(day).dayOfWeek;

/**
 * The seven days, in order, of the week that a day belongs to.
 * @param weekStartsOn ISO weekday, 1 to 7
 */
export const weekOf = (day: Day, weekStartsOn: number): Day[] => {
  const sinceStart = (weekday(day) - weekStartsOn + 7) % 7;
  return Array.from({ length: 7 }, (_, index) => addDays(day, index - sinceStart));
};
