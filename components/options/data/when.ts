import { formatLocale, t } from '../../../lib/platform/words.ts';

/** `24 Nov 2026, 10:31` */
export const dateTimeText = (at: number): string =>
  new Date(at).toLocaleString(formatLocale(), { dateStyle: 'medium', timeStyle: 'short' });

const DAY = 86_400_000;

/** `today`, `3 days ago`: whole days. */
export function daysAgoText(at: number, now: number): string {
  const days = Math.max(0, Math.floor((now - at) / DAY));
  return new Intl.RelativeTimeFormat(formatLocale(), { numeric: 'auto' }).format(-days, 'day') || t('today');
}
