import type { Day } from './entry.ts';
import { write } from './report/range-text.ts';

/** A day at the head of a column, `Mon 16`. */
export const dayInColumn = (day: Day, locale: string): string => {
  // English puts the number first, as in no date that people read.
  if (locale.startsWith('en')) return `${write(day, locale, { weekday: 'short' })} ${Temporal.PlainDate.from(day).day}`;
  return write(day, locale, { weekday: 'short', day: 'numeric' });
};

/** A day as part of the name of a control, `Mon 16 November`; in English always in this order, whatever the region. */
export const dayInName = (day: Day, locale: string): string =>
  write(day, locale.startsWith('en') ? 'en-GB' : locale, { weekday: 'short', day: 'numeric', month: 'long' });
