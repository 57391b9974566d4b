import type { Days } from '../days.ts';
import type { Day, Id, TimeEntry } from '../entry.ts';
import type { Rounding } from '../settings.ts';
import type { DayTotal } from '../totals.ts';
import { roundedParts } from './rounding.ts';

/** The smallest thing a report adds up: time of one day that was for one project and is billed one way. */
export interface Fact {
  readonly day: Day;
  readonly projectId: Id | null;
  readonly billable: boolean;
  /** ISO 4217; null for time that is worth nothing. */
  readonly currency: string | null;
  readonly ms: number;
  /** Minor units; zero without a currency. */
  readonly amount: number;
  /** The entry it is a part of; null when it comes from a day's totals, which know no entries. */
  readonly entry: TimeEntry | null;
}

const isWithin = (day: Day, { first, last }: Days): boolean => day >= first && day <= last;

/** What an entry adds to the days of a range. */
export const factsOfEntry = (entry: TimeEntry, rounding: Rounding, days: Days): Fact[] => {
  const { projectId, billable, rate } = entry;
  return roundedParts(entry, rounding)
    .filter(({ day }) => isWithin(day, days))
    .map(({ day, ms, amount }) => ({
      day,
      projectId,
      billable,
      currency: amount === null ? null : (rate?.currency ?? null),
      ms,
      amount: amount ?? 0,
      entry,
    }));
};

export const factsOfTotal = ({ day, rows }: DayTotal): Fact[] => rows.map((row) => ({ ...row, day, entry: null }));
