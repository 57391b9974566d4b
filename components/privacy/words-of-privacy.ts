import { formatLocale, t, type Word, wordsLanguage } from '../../lib/platform/words.ts';

const format = (options: Intl.DateTimeFormatOptions, at: number): string =>
  new Intl.DateTimeFormat(formatLocale(), options).format(at);

/** `12 Nov 2026`. */
export const dateText = (at: number): string => format({ dateStyle: 'medium' }, at);

/** `12 Nov 2026, 10:31`. */
export const momentText = (at: number): string => format({ dateStyle: 'medium', timeStyle: 'short' }, at);

/** `19 Nov, 14:20`. */
export const shortMomentText = (at: number): string =>
  format({ day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }, at);

const isSameDay = (a: number, b: number): boolean => new Date(a).toDateString() === new Date(b).toDateString();

/** The time alone where the day is known from beside it. */
export const timeBeside = (at: number, known: number): string =>
  isSameDay(at, known) ? format({ timeStyle: 'short' }, at) : shortMomentText(at);

export const numberText = (n: number, digits = 0): string =>
  new Intl.NumberFormat(formatLocale(), { maximumFractionDigits: digits }).format(n);

const counted = (n: number, one: Word, other: Word): string =>
  new Intl.PluralRules(wordsLanguage()).select(n) === 'one' ? t(one) : t(other, numberText(n));

/** `46 events`. */
export const eventsText = (n: number): string => counted(n, 'eventsOne', 'eventsOther');

/** `366 bytes`, `9.4 KB`. */
export function bytesText(n: number): string {
  if (n < 1000) return counted(n, 'bytesOne', 'bytesOther');
  return n < 1_000_000 ? t('kilobytes', numberText(n / 1000, 1)) : t('megabytes', numberText(n / 1_000_000, 1));
}
