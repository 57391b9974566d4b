import type { MinuteSpan } from '../../../lib/domain/settings.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { minuteText } from './typed-settings.ts';

/** 5 January 1970 was a Monday. */
const MONDAY = 4 * 86_400_000;

/** Monday is 0. */
export const dayName = (day: number): string =>
  new Intl.DateTimeFormat(formatLocale(), { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + day * 86_400_000);

const sameSpan = (a: MinuteSpan | null, b: MinuteSpan | null) => a?.start === b?.start && a?.end === b?.end;

/** "During 09:00 to 17:00, Monday to Friday." where all days are alike and in a row, else that they differ. */
export function hoursInWords(workingHours: readonly (MinuteSpan | null)[]): string {
  const worked = workingHours.flatMap((span, day) => (span ? [day] : []));
  const [first] = worked;
  const last = worked.at(-1);
  if (first === undefined || last === undefined) return t('noWorkingHours');
  const span = workingHours[first] ?? null;
  const alike = worked.every((day) => sameSpan(workingHours[day] ?? null, span)) && worked.length === last - first + 1;
  if (!alike || !span) return t('duringWorkingHours');
  const hours = [minuteText(span.start), minuteText(span.end)] as const;
  return first === last
    ? t('duringHoursOneDay', ...hours, dayName(first))
    : t('duringHours', ...hours, dayName(first), dayName(last));
}
