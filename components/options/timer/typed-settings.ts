import { timeOfDay } from '../../../lib/domain/format.ts';
import { plainText } from '../../../lib/domain/typed-text.ts';
import { typedTime } from '../../../lib/domain/typed-time.ts';
import { formatLocale } from '../../../lib/platform/words.ts';

/** A whole number as typed, in any script's digits; null when it is none, or outside the bounds. */
export function readWhole(text: string, least: number, most: number): number | null {
  const typed = plainText(text);
  const number = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

const MINUTE = 60_000;

/** A minute of the day as its clock shows it. */
export const minuteText = (minute: number): string => timeOfDay(minute * MINUTE, 'UTC', formatLocale());

/** The minute of the day of a typed time, `9:30`; null when it is none. */
export function readMinute(text: string): number | null {
  const read = typedTime(text, { day: '1970-01-01', zone: 'UTC', now: -1, locale: formatLocale() });
  return 'instant' in read && read.instant >= 0 && read.instant < 1440 * MINUTE
    ? Math.floor(read.instant / MINUTE)
    : null;
}
