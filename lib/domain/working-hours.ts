import { weekday } from './civil.ts';
import type { Day, Instant, Span } from './entry.ts';
import type { MinuteSpan, Settings } from './settings.ts';

const MINUTES_A_DAY = 24 * 60;

/** The instant of a minute of a day, as its clocks show it; the end of the day is the next one's start. */
export const instantOf = (day: Day, minute: number, zone: string): Instant => {
  const date = Temporal.PlainDate.from(day).add({ days: Math.floor(minute / MINUTES_A_DAY) });
  const rest = minute % MINUTES_A_DAY;
  const plainTime = { hour: Math.floor(rest / 60), minute: rest % 60 };
  return date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
};

/** The working hours of a day; null when it is not worked on. */
export function workOn(day: Day, { workingHours }: Pick<Settings, 'workingHours'>, zone: string): Span | null {
  const hours: MinuteSpan | null = workingHours[weekday(day) - 1] ?? null;
  return hours && { start: instantOf(day, hours.start, zone), end: instantOf(day, hours.end, zone) };
}
