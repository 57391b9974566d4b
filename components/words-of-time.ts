import type { Day, Instant } from '../lib/domain/entry.ts';
import { dayHeading, timeOfDay } from '../lib/domain/format.ts';
import { formatLocale, t } from '../lib/platform/words.ts';

/** `14:25` or `2:25 PM`. */
export const timeText = (instant: Instant, zone: string): string => timeOfDay(instant, zone, formatLocale());

/** `Today`, `Yesterday`, else the date. */
export function dayText(day: Day, today: Day): string {
  const heading = dayHeading(day, today, formatLocale());
  return heading === 'today' || heading === 'yesterday' ? t(heading) : heading;
}

/** `23 min`, `12 h`, `15 h 53 min`: a duration inside a sentence. Whole minutes. */
export function spanText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return t('minutesOnly', minutes);
  return minutes % 60 === 0 ? t('hoursOnly', hours) : t('hoursMinutes', hours, minutes % 60);
}

/** A description as part of a button's name, whole; what has none is called so. */
export const descriptionInName = (description: string): string => description.trim() || t('noDescriptionInName');

const LONGEST = 60;

/** A description inside a sentence: a long one is cut, so that the sentence can still be read. */
export function descriptionInSentence(description: string): string {
  const name = descriptionInName(description);
  return name.length > LONGEST ? `${name.slice(0, LONGEST - 1).trimEnd()}…` : name;
}

/** An amount in minor units of a currency, `€187.50`. */
export function moneyText(minorUnits: number, currency: string): string {
  const format = new Intl.NumberFormat(formatLocale(), { style: 'currency', currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 0;
  return format.format(minorUnits / 10 ** digits);
}
