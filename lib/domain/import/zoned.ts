import type { RawRow } from './raw.ts';
import { readTime } from './times.ts';

/** Whether a row's own times say where they are: then no zone has to be asked for. */
export const saysZone = ({ start, startTime, zone }: RawRow): boolean =>
  Boolean(zone?.trim()) || readTime((start ?? startTime ?? '').replace(/^\S+?[T\s]/, ''))?.offset != null;
