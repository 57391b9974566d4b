import { formatLocale } from '../../../lib/platform/words.ts';

/** `Thu 19 Nov`, of a civil day. */
export const dayText = (day: string): string =>
  Temporal.PlainDate.from(day).toLocaleString(formatLocale(), { weekday: 'short', day: 'numeric', month: 'short' });
