import { addDays } from './civil.ts';
import type { Day, Instant } from './entry.ts';

const minute = 60_000;
const hour = 3_600_000;

const two = (n: number) => String(n).padStart(2, '0');

/** `h:mm`, whole minutes begun are not counted: 0:42 are forty-two minutes, never seconds. */
export const durationShort = (ms: number): string => `${Math.floor(ms / hour)}:${two(Math.floor(ms / minute) % 60)}`;

/** Intl objects take long to make and no time to use: each is made once. */
const once = <Formatter>(make: (locale: string, detail: string) => Formatter) => {
  const made = new Map<string, Formatter>();
  return (locale: string, detail: string): Formatter => {
    const key = `${locale} ${detail}`;
    const formatter = made.get(key) ?? make(locale, detail);
    made.set(key, formatter);
    return formatter;
  };
};

const hoursFormat = once(
  (locale) => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
);

/** `1.50`: hours and hundredths, with the locale's own separator. */
export const decimalHours = (ms: number, locale: string): string => hoursFormat(locale, '').format(ms / hour);

/** `h:mm:ss`, for the running clock. */
export const durationClock = (ms: number): string => `${durationShort(ms)}:${two(Math.floor(ms / 1000) % 60)}`;

/** A running time in the four characters a badge has room for: `0m` to `59m`, `1:00` to `9:59`, then `10h` to `999h`. */
export const badgeText = (ms: number): string => {
  if (ms < hour) return `${Math.floor(ms / minute)}m`;
  if (ms < 10 * hour) return durationShort(ms);
  return `${Math.min(999, Math.floor(ms / hour))}h`;
};

const timeFormat = once((locale, timeZone) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone }));

/** The time of day as the locale writes it: `13:18`, `2:25 PM`. */
export const timeOfDay = (instant: Instant, zone: string, locale: string): string =>
  timeFormat(locale, zone).format(instant);

const dayFormat = once(
  (locale, detail) =>
    new Intl.DateTimeFormat(locale, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      ...(detail === 'year' ? { year: 'numeric' } : {}),
      // Days are civil dates of the ISO calendar, typed and stored; shown in another they could not be typed back.
      calendar: 'gregory',
      timeZone: 'UTC',
    }),
);

/** English is shown without the comma around the weekday: `Thu 19 Nov`, `Thu Nov 19, 2026`. */
const withoutWeekdayComma = (parts: readonly Intl.DateTimeFormatPart[]): string =>
  parts
    .map(({ type, value }, index) => (type === 'literal' && parts[index - 1]?.type === 'weekday' ? ' ' : value))
    .join('');

/**
 * How a day is called: the word `today` or `yesterday`, for the caller to translate, else its date in the locale's own
 * way, with the year only when it is not today's.
 */
export const dayHeading = (day: Day, today: Day, locale: string): string => {
  if (day === today) return 'today';
  if (day === addDays(today, -1)) return 'yesterday';
  const date = Temporal.PlainDate.from(day);
  const format = dayFormat(locale, date.year === Temporal.PlainDate.from(today).year ? '' : 'year');
  const midnight = date.toZonedDateTime('UTC').epochMilliseconds;
  return locale.startsWith('en') ? withoutWeekdayComma(format.formatToParts(midnight)) : format.format(midnight);
};

const unitFormat = once((locale, unit) => new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }));
const listFormat = once((locale) => new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' }));

/** A duration for the ear: `1 hour 15 minutes`; whole minutes, without a unit that is zero. */
export const spokenDuration = (ms: number, locale: string): string => {
  const hours = Math.floor(ms / hour);
  const minutes = Math.floor(ms / minute) % 60;
  const words = [];
  if (hours > 0) words.push(unitFormat(locale, 'hour').format(hours));
  if (minutes > 0 || hours === 0) words.push(unitFormat(locale, 'minute').format(minutes));
  return listFormat(locale, '').format(words);
};

const moneyFormat = once(
  (locale, currency) => new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
);

/** The short sign of a currency (ISO 4217), `€` or `$`; its code when the locale knows none. */
export const currencySign = (currency: string, locale: string): string =>
  moneyFormat(locale, currency)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;
