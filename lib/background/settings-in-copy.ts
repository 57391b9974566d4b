import { defaultSettings, type Settings } from '../domain/settings.ts';
import { readValues } from '../storage/copy/values.ts';

/** The settings, for what the worker does by itself: read from the second copy, without the database. */
export async function readSettings(): Promise<Settings> {
  return ((await readValues(['settings'])).get('settings') as Settings | null | undefined) ?? defaultSettings;
}
