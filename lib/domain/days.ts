import type { Day } from './entry.ts';

/** Days from the first to the last, both included. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/** Before and after every day that can be tracked. */
export const ALL_DAYS: Days = { first: '0000-01-01', last: '9999-12-31' };
