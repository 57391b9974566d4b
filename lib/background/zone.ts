import type { JournalReader } from '../storage/reader.ts';
import type { Context } from './context.ts';

/** Whether the browser knows a zone by this name. */
export const isZone = (zone: string): boolean => {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
};

/** The zone of new entries: the one chosen in the settings, else the computer's. */
export const zoneOfNew = async (reader: JournalReader, { zone }: Context): Promise<string> =>
  (await reader.settings()).zone ?? zone;
