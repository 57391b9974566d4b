import type { Days } from '../days.ts';
import type { Day } from '../entry.ts';

/** Words for days: one text, or two with "to" between them. */
export type RangeText = { readonly one: string } | { readonly from: string; readonly to: string };

export interface TextReference {
  readonly today: Day;
  readonly locale: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
  formats.set(key, made);
  return made;
};

/** English is written without the comma around the weekday: `Mon 9 Nov`. */
export const write = (day: Day, locale: string, options: Intl.DateTimeFormatOptions): string => {
  const parts = formatOf(locale, options).formatToParts(Date.parse(`${day}T00:00Z`));
  const isComma = (index: number) =>
    locale.startsWith('en') && parts[index]?.type === 'literal' && parts[index - 1]?.type === 'weekday';
  return parts.map(({ value }, index) => (isComma(index) ? ' ' : value)).join('');
};

const yearIfOther = (day: Day, { today }: TextReference): Intl.DateTimeFormatOptions =>
  day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };

/** `Mon 9 Nov`, with the year when it is not today's. */
export const shortDay = (day: Day, reference: TextReference): string =>
  write(day, reference.locale, { weekday: 'short', day: 'numeric', month: 'short', ...yearIfOther(day, reference) });

/** `Thursday 12 November`, likewise. */
export const longDay = (day: Day, reference: TextReference): string =>
  write(day, reference.locale, { weekday: 'long', day: 'numeric', month: 'long', ...yearIfOther(day, reference) });

/** `November 2026`. */
export const monthText = (day: Day, { locale }: TextReference, style: 'long' | 'short' = 'long'): string =>
  write(day, locale, { month: style, year: 'numeric' });

/** What stands below a bar: `Mon 9`, `9 Nov`, `Nov`, `2026`. */
export const barText = (day: Day, period: 'day' | 'week' | 'month' | 'quarter' | 'year', { locale }: TextReference) => {
  const options: Record<typeof period, Intl.DateTimeFormatOptions> = {
    day: { weekday: 'short', day: 'numeric' },
    week: { day: 'numeric', month: 'short' },
    month: { month: 'short' },
    quarter: { month: 'short', year: 'numeric' },
    year: { year: 'numeric' },
  };
  return write(day, locale, options[period]);
};

export const dayOfMonth = (day: Day, { locale }: TextReference): string => write(day, locale, { day: 'numeric' });
export const weekdayText = (day: Day, { locale }: TextReference): string => write(day, locale, { weekday: 'short' });

const dayFirst = (locale: string): boolean => {
  const parts = formatOf(locale, { day: 'numeric', month: 'long' }).formatToParts(0);
  return parts.findIndex(({ type }) => type === 'day') < parts.findIndex(({ type }) => type === 'month');
};

/** `9` and `15 November`; months are named once where they are the same, years only where they differ from today's. */
export const daysText = ({ first, last }: Days, reference: TextReference, month: 'long' | 'short'): RangeText => {
  const { locale } = reference;
  const full = (day: Day) => write(day, locale, { day: 'numeric', month, ...yearIfOther(day, reference) });
  if (first === last) return { one: full(first) };
  if (first.slice(0, 4) !== last.slice(0, 4)) {
    const withYear = (day: Day) => write(day, locale, { day: 'numeric', month, year: 'numeric' });
    return { from: withYear(first), to: withYear(last) };
  }
  const sameMonth = first.slice(0, 7) === last.slice(0, 7);
  if (sameMonth && dayFirst(locale)) return { from: dayOfMonth(first, reference), to: full(last) };
  const toDay = sameMonth && first.slice(0, 4) === reference.today.slice(0, 4);
  if (toDay) return { from: full(first), to: dayOfMonth(last, reference) };
  return { from: write(first, locale, { day: 'numeric', month }), to: full(last) };
};

/** `October` and `December 2026`. */
export const quarterText = ({ first, last }: Days, reference: TextReference): RangeText => ({
  from: write(first, reference.locale, { month: 'long' }),
  to: monthText(last, reference),
});
