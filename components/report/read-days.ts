import type { Day, Instant, RunningEntry, TimeEntry } from '../../lib/domain/entry.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import type { JournalReader } from '../hooks/useJournal.ts';
import { type Named, type Naming, readNamed } from './named.ts';
import { type Formats, formatsOf } from './reports/formats.ts';

/** What was tracked on some days, as of one commit. */
export interface DaysData {
  readonly days: readonly Day[];
  /** Those with time on the days, each counted in its own zone. */
  readonly entries: readonly TimeEntry[];
  readonly running: RunningEntry | null;
  readonly settings: Settings;
  readonly formats: Formats;
  readonly named: Named;
}

/**
 * @param daysOf the days in order, at least one
 * @param also what is named beside the entries
 */
export async function readDays(
  reader: JournalReader,
  daysOf: (formats: Formats) => readonly Day[],
  now: Instant,
  also: readonly Naming[] = [],
): Promise<DaysData> {
  const [settings, running] = await Promise.all([reader.settings(), reader.running()]);
  const formats = formatsOf(settings, now);
  const days = daysOf(formats);
  const entries = await reader.entriesOn(days[0] ?? formats.today, days.at(-1) ?? formats.today);
  const named = await readNamed(reader, [...entries, ...(running ? [running] : []), ...also]);
  return { days, entries, running, settings, formats, named };
}
