import { startOfDay } from '../../../lib/domain/civil.ts';
import type { DayPiece, DaySpan } from '../../../lib/domain/day-layout.ts';
import type { Day, Instant } from '../../../lib/domain/entry.ts';
import { t } from '../../../lib/platform/words.ts';
import { descriptionInName } from '../../words-of-time.ts';
import { type Named, projectName } from '../named.ts';
import type { Formats } from '../reports/formats.ts';

/** What the words of a calendar are made with. */
export interface Wording {
  readonly formats: Formats;
  readonly named: Named;
  readonly at: Instant;
}

/** "Edit Stand-up, Checkout API, 10:40 to 11:00, 0:20"; the whole entry, also where a day shows a part of it. */
export function blockName({ entry }: DayPiece, { formats, named, at }: Wording): string {
  const { start, end, zone } = entry;
  const description = descriptionInName(entry.description);
  const project = projectName(named, entry.projectId);
  const from = formats.time(start, zone);
  const length = formats.duration((end ?? Math.max(at, start)) - start);
  if (end === null) return t('editRunningTimes', description, project, from, length);
  return t('editEntryTimes', description, project, from, formats.time(end, zone), length);
}

/** `10:40–11:00, 0:20` */
export function blockTimes({ entry }: DayPiece, { formats, at }: Wording): string {
  const { start, end, zone } = entry;
  const until = end === null ? t('nowInSpan') : formats.time(end, zone);
  const length = formats.duration((end ?? Math.max(at, start)) - start);
  return t('spanAndLength', formats.time(start, zone), until, length);
}

/** The times of day of a stretch of a day, and its length. */
export function spanTimes(
  day: Day,
  { from, to }: DaySpan,
  { formats }: Pick<Wording, 'formats'>,
  zone: string = formats.zone,
): [string, string, string] {
  const begin = startOfDay(day, zone);
  return [formats.time(begin + from, zone), formats.time(begin + to, zone), formats.duration(to - from)];
}

/** "Add entry from 12:25 to 13:18, 0:53" */
export const gapName = (day: Day, gap: DaySpan, wording: Pick<Wording, 'formats'>): string =>
  t('addEntryFromTo', ...spanTimes(day, gap, wording));
