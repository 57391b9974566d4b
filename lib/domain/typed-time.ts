import { type DayPeriod, dayPeriods } from './day-period.ts';
import type { Day, Instant } from './entry.ts';
import { typedDuration } from './typed-duration.ts';
import { plainText } from './typed-text.ts';

export type TypedTime = { readonly instant: Instant } | { readonly problem: 'notATime' };

/** What a typed time is meant against. */
export interface TimeReference {
  /** The day that a time of day falls on. */
  readonly day: Day;
  /** IANA name of the zone that it is read in. */
  readonly zone: string;
  /** What `now`, `-15m` and `+5m` count from. */
  readonly now: Instant;
  /** Whose words for the halves of the day are understood, besides the English ones. */
  readonly locale: string;
}

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const problem = { problem: 'notATime' } as const;

/** 9, 9h, 9:30, 9.30, 9,30, 9h30, 9 h 30, 9:30:15 */
const separated = /^(\d{1,2})(?: ?[:.,h] ?(\d{2})(?:[:.](\d{2}))?)?(?: ?h)?$/;
/** 930, 0930 */
const joined = /^(\d{1,2})(\d{2})$/;

const readClock = (text: string): Clock | null => {
  const found = separated.exec(text) ?? joined.exec(text);
  if (found === null) return null;
  const [hour, minute, second] = [found[1], found[2], found[3]].map((digits) => Number(digits ?? 0));
  const clock = { hour: hour ?? 0, minute: minute ?? 0, second: second ?? 0 };
  return clock.hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : null;
};

const inHalf = (clock: Clock | null, { afternoon }: DayPeriod): Clock | null =>
  clock === null || clock.hour > 12 ? null : { ...clock, hour: (clock.hour % 12) + (afternoon ? 12 : 0) };

const readTimeOfDay = (text: string, locale: string): Clock | null => {
  for (const period of dayPeriods(locale)) {
    if (text.endsWith(period.word)) return inHalf(readClock(text.slice(0, -period.word.length).trim()), period);
    if (text.startsWith(period.word)) return inHalf(readClock(text.slice(period.word.length).trim()), period);
  }
  return readClock(text);
};

const readRelative = (sign: string, text: string, now: Instant): TypedTime => {
  const read = typedDuration(text);
  if ('problem' in read) return problem;
  return { instant: sign === '-' ? now - read.ms : now + read.ms };
};

/**
 * A time as people write it: `9:30`, `9.30`, `930`, `9`, `9h30`, `9:30 pm`, `9pm`, `21:30`, the locale's own way
 * (下午2:25), `now`, and from now `-15m`, `-1h`, `-1:30`, `+5m` (a duration as `typedDuration` reads it).
 *
 * A time of day always falls on the reference day, even when it has not come yet: the caller refuses that in words
 * (`startsInFuture`) instead of guessing at yesterday. Where clocks go forward a time that does not exist is read as the
 * one that a clock not yet put forward would show (02:30 is 03:30); where they go back the earlier of two is meant
 * (Temporal's "compatible").
 */
export const typedTime = (text: string, { day, zone, now, locale }: TimeReference): TypedTime => {
  const typed = plainText(text);
  if (typed === 'now') return { instant: now };
  const sign = typed[0];
  if (sign === '-' || sign === '+') return readRelative(sign, typed.slice(1).trim(), now);
  const clock = readTimeOfDay(typed, locale);
  if (clock === null) return problem;
  return {
    instant: Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: clock }).epochMilliseconds,
  };
};
