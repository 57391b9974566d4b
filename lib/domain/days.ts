import type { Day } from './entry.ts';

/** Days from the first to the last, both included. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** Before and after every day that can be tracked: days of the calendar, to reckon with. */
export const ALL_DAYS: Days = { first: '0000-01-01', last: '9999-12-31' };

/** Sorts before and after whatever stands for a day. */
export const EVERY_DAY: Days = { first: '', last: '\uffff' };
