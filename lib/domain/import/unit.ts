import { plainHeading } from './headings.ts';
import type { RawRow } from './raw.ts';
import { type DurationUnit, isBareNumber } from './times.ts';

const HOURS_OF_A_DAY = 24;

/** What a column of durations counts where a number stands alone; null: it may be minutes, and a person has to say. */
export function unitOf(heading: string, rows: readonly RawRow[]): DurationUnit | null {
  const named = plainHeading(heading);
  if (/min|\(m\)/.test(named)) return 'minutes';
  if (/sec|\(ss?\)/.test(named)) return 'seconds';
  if (/hour|\(h\)|decimal/.test(named)) return 'hours';
  const isOpen = ({ duration = '', end = '', endTime = '' }: RawRow): boolean =>
    isBareNumber(duration) && Number.parseFloat(duration) > HOURS_OF_A_DAY && !end.trim() && !endTime.trim();
  return rows.some(isOpen) ? null : 'hours';
}
