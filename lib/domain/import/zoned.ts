import { readAnyDate } from './dates.ts';
import type { RawRow } from './raw.ts';
import { readTime } from './times.ts';

/** Whether a row's own times say where they are: then no zone has to be asked for. */
export function saysZone({ start, startTime, zone }: RawRow): boolean {
  if (zone?.trim()) return true;
  const text = start ?? startTime ?? '';
  return readTime(readAnyDate(text)?.rest ?? text)?.offset != null;
}
