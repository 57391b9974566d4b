import type { Days } from '../../../lib/domain/days.ts';
import { dayCount, daysOf, type RangeChoice, type RangeKind } from '../../../lib/domain/report/range.ts';
import {
  daysText,
  longDay,
  monthText,
  quarterText,
  type TextReference,
} from '../../../lib/domain/report/range-text.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { type Formats, rangeWords } from './formats.ts';

export const rangeNames: Readonly<Record<RangeKind, Word>> = {
  day: 'rangeDay',
  week: 'rangeWeek',
  month: 'rangeMonth',
  quarter: 'rangeQuarter',
  year: 'rangeYear',
  all: 'rangeAll',
  custom: 'rangeCustom',
};

type Stepped = Exclude<RangeKind, 'all'>;
export const previousNames: Readonly<Record<Stepped, Word>> = {
  day: 'previousDay',
  week: 'previousWeek',
  month: 'previousMonth',
  quarter: 'previousQuarter',
  year: 'previousYear',
  custom: 'previousDays',
};
export const nextNames: Readonly<Record<Stepped, Word>> = {
  day: 'nextDay',
  week: 'nextWeek',
  month: 'nextMonth',
  quarter: 'nextQuarter',
  year: 'nextYear',
  custom: 'nextDays',
};
export const backNames: Readonly<Record<Exclude<Stepped, 'custom'>, Word>> = {
  day: 'backToToday',
  week: 'backToThisWeek',
  month: 'backToThisMonth',
  quarter: 'backToThisQuarter',
  year: 'backToThisYear',
};
const moreNames: Readonly<Record<Stepped, Word>> = {
  day: 'moreThisDay',
  week: 'moreThisWeek',
  month: 'moreThisMonth',
  quarter: 'moreThisQuarter',
  year: 'moreThisYear',
  custom: 'moreTheseDays',
};
const lessNames: Readonly<Record<Stepped, Word>> = {
  day: 'lessThisDay',
  week: 'lessThisWeek',
  month: 'lessThisMonth',
  quarter: 'lessThisQuarter',
  year: 'lessThisYear',
  custom: 'lessTheseDays',
};

/** `9 to 15 November`, `November 2026`, `All time`. @param reference decides whether the year is written */
export function rangeTitle(range: RangeChoice, formats: Formats, reference: TextReference = formats): string {
  const days = daysOf(range, formats);
  if (range.kind === 'all') return t('allTime');
  if (range.kind === 'day') return longDay(days.first, reference);
  if (range.kind === 'month') return monthText(days.first, reference);
  if (range.kind === 'quarter') return rangeWords(quarterText(days, reference));
  if (range.kind === 'year') return String(Number(days.first.slice(0, 4)));
  return rangeWords(daysText(days, reference, 'long'));
}

/** Paper is read in other years too: no year is that of today. */
export const onPaper = ({ locale }: Formats): TextReference => ({ locale, today: '' });

/** `No entries from 9 to 15 November.` */
export function emptyText(range: RangeChoice, formats: Formats): string {
  if (range.kind === 'all') return t('nothingTrackedYet');
  if (range.kind === 'day') return t('noEntriesOn', rangeTitle(range, formats));
  if (range.kind === 'month' || range.kind === 'year') return t('noEntriesIn', rangeTitle(range, formats));
  const days = daysOf(range, formats);
  const text = range.kind === 'quarter' ? quarterText(days, formats) : daysText(days, formats, 'long');
  return 'one' in text ? t('noEntriesOn', text.one) : t('noEntriesFromTo', text.from, text.to);
}

export const previousTitle = (range: RangeChoice, days: Days, { number }: Formats): string =>
  range.kind === 'all' ? '' : t(previousNames[range.kind], number(dayCount(days)));

/** `3:20 more this week`. */
export function differenceText(range: RangeChoice, now: number, before: number, { duration }: Formats): string {
  if (range.kind === 'all') return '';
  if (duration(now) === duration(before)) return t('theSame');
  const names = now > before ? moreNames : lessNames;
  return t(names[range.kind], duration(Math.abs(now - before)));
}
