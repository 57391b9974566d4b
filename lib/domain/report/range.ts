import { addDays, daysBetween, weekOf } from '../civil.ts';
import { ALL_DAYS, type Days } from '../days.ts';
import type { Day } from '../entry.ts';

/** Ranges that follow each other without a gap. */
export const periods = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Period = (typeof periods)[number];
export const rangeKinds = [...periods, 'all', 'custom'] as const;
export type RangeKind = (typeof rangeKinds)[number];

/** What a person asks for. `day` is any day of the period; null: today's, whenever the report is read. */
export type RangeChoice =
  | { readonly kind: Period; readonly day: Day | null }
  | { readonly kind: 'all' }
  | { readonly kind: 'custom'; readonly first: Day; readonly last: Day };

/** What turns a choice into days. */
export interface Calendar {
  readonly today: Day;
  /** ISO weekday, 1 Monday to 7 Sunday. */
  readonly weekStartsOn: number;
}

const monthsOf: Readonly<Record<'month' | 'quarter' | 'year', number>> = { month: 1, quarter: 3, year: 12 };

/** The first day of the period that a day belongs to. */
export const periodStart = (kind: Period, day: Day, weekStartsOn: number): Day => {
  if (kind === 'day') return day;
  if (kind === 'week') return weekOf(day, weekStartsOn)[0] ?? day;
  const date = Temporal.PlainDate.from(day);
  const months = monthsOf[kind];
  return date.with({ month: date.month - ((date.month - 1) % months), day: 1 }).toString();
};

const step = (kind: Period, day: Day, by: number): Day => {
  if (kind === 'day') return addDays(day, by);
  if (kind === 'week') return addDays(day, by * 7);
  return Temporal.PlainDate.from(day)
    .add({ months: by * monthsOf[kind] })
    .toString();
};

/** The days a choice stands for. */
export const daysOf = (choice: RangeChoice, { today, weekStartsOn }: Calendar): Days => {
  if (choice.kind === 'all') return ALL_DAYS;
  if (choice.kind === 'custom') return { first: choice.first, last: choice.last };
  const first = periodStart(choice.kind, choice.day ?? today, weekStartsOn);
  return { first, last: addDays(step(choice.kind, first, 1), -1) };
};

/**
 * The range of the same kind before (-1) or after (1); null for all time, which has neither. One that holds today is
 * chosen as "now", so that an address kept as a bookmark moves on with the days.
 */
export const neighbour = (choice: RangeChoice, by: 1 | -1, calendar: Calendar): RangeChoice | null => {
  if (choice.kind === 'all') return null;
  if (choice.kind === 'custom') {
    const length = daysBetween(choice.first, choice.last) + 1;
    return { kind: 'custom', first: addDays(choice.first, by * length), last: addDays(choice.last, by * length) };
  }
  const { first } = daysOf(choice, calendar);
  return periodAt(choice.kind, step(choice.kind, first, by), calendar);
};

/** The period that holds a day; the present one as "now". */
export const periodAt = (kind: Period, day: Day, { today, weekStartsOn }: Calendar): RangeChoice => {
  const first = periodStart(kind, day, weekStartsOn);
  return { kind, day: first === periodStart(kind, today, weekStartsOn) ? null : first };
};

export const dayCount = ({ first, last }: Days): number => daysBetween(first, last) + 1;
