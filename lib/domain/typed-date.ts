import { addDays, daysBetween } from './civil.ts';
import type { Day } from './entry.ts';
import { fold } from './fold.ts';
import { dayHeading } from './format.ts';
import type { DateOrder } from './locale.ts';
import { monthNamed } from './month-name.ts';
import { plainText } from './typed-text.ts';

export type TypedDate = { readonly day: Day } | { readonly problem: 'notADate' };

/** What a typed date is meant against. */
export interface DateReference {
  readonly today: Day;
  /** How numbers alone are read. */
  readonly order: DateOrder;
  /** Whose words are understood, besides the English ones. */
  readonly locale: string;
}

interface Written {
  readonly day: number | undefined;
  readonly month: number | undefined;
  /** Undefined when it was left out. */
  readonly year: number | undefined;
}

const yearOf = (day: Day): number => Temporal.PlainDate.from(day).year;

const civil = (year: number, month: number, day: number): Day | null => {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }).toString();
  } catch {
    return null;
  }
};

/** A date without a year is this year's, or last year's when this one's is more than a month ahead. */
const complete = ({ day, month, year }: Written, today: Day): Day | null => {
  if (day === undefined || month === undefined) return null;
  if (year !== undefined) return civil(year < 100 ? 2000 + year : year, month, day);
  const thisYear = civil(yearOf(today), month, day);
  return thisYear !== null && daysBetween(today, thisYear) > 31 ? civil(yearOf(today) - 1, month, day) : thisYear;
};

const inOrder = (numbers: readonly number[], order: DateOrder): Written => {
  const [a, b, c] = numbers;
  if (c === undefined) {
    return order === 'dmy' ? { day: a, month: b, year: undefined } : { month: a, day: b, year: undefined };
  }
  if (order === 'ymd' || (a ?? 0) > 99) return { year: a, month: b, day: c };
  return order === 'dmy' ? { day: a, month: b, year: c } : { month: a, day: b, year: c };
};

const numeric = /^\d{1,4}([./\- ]+\d{1,4}){1,2}\.?$/;

const readNumbers = (text: string, { today, order }: DateReference): Day | null => {
  // 2026年11月19日: the words for year, month and day are separators
  const typed = text.replace(/[年月日년월일] ?/g, '/').replace(/\/$/, '');
  if (!numeric.test(typed)) return null;
  const numbers = (typed.match(/\d+/g) ?? []).map(Number);
  return complete(inOrder(numbers, order), today);
};

/** `Thu 19 Nov`, `November 19, 2025`, `19 de nov.`: one month by its name, a day, perhaps a year; other words say nothing. */
const readWords = (text: string, { today, locale }: DateReference): Day | null => {
  const month = monthNamed(text.match(/[\p{L}\p{M}]+/gu) ?? [], locale);
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  if (month === null || numbers.length === 0 || numbers.length > 2) return null;
  const [first, second] = numbers;
  const yearFirst = (first ?? 0) > 31;
  return complete({ month, day: yearFirst ? second : first, year: yearFirst ? first : second }, today);
};

const readRelative = (text: string, { today, locale }: DateReference): Day | null => {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const means = (english: string, days: number) => text === english || text === plainText(format.format(days, 'day'));
  if (means('today', 0)) return today;
  return means('yesterday', -1) ? addDays(today, -1) : null;
};

/** A day written just as the pages write it, whatever the language. */
const readHeading = (text: string, { today, locale }: DateReference): Day | null => {
  const typedYear = /\d{4}/.exec(text)?.[0];
  const first = typedYear === undefined ? addDays(today, -366) : `${typedYear}-01-01`;
  for (let n = 0; n <= 400; n += 1) {
    const day = addDays(first, n);
    if (fold(plainText(dayHeading(day, today, locale))) === fold(text)) return day;
  }
  return null;
};

/**
 * A date as people write it: `2026-11-19`, `19/11`, `19.11.2026`, `Thu 19 Nov`, `today`, `yesterday`. Without a year it
 * is this year's, or last year's when this one's is more than a month ahead. A weekday beside a date says nothing.
 */
export const typedDate = (text: string, reference: DateReference): TypedDate => {
  const typed = plainText(text);
  const day =
    readRelative(typed, reference) ??
    readNumbers(typed, reference) ??
    readHeading(typed, reference) ??
    readWords(typed, reference);
  return day === null ? { problem: 'notADate' } : { day };
};
