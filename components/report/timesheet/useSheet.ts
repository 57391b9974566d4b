import { useMemo } from 'preact/hooks';
import { addDays, dayOf, weekOf } from '../../../lib/domain/civil.ts';
import type { Day, Instant, RunningEntry, TimeEntry } from '../../../lib/domain/entry.ts';
import { type RowWork, rowKey, type Sheet, sheetOf } from '../../../lib/domain/timesheet.ts';
import { type JournalReader, useJournal } from '../../hooks/useJournal.ts';
import { useMinute } from '../../hooks/useMinute.ts';
import { type Named, readNamed, workName } from '../named.ts';
import { type Formats, formatsOf } from '../reports/formats.ts';

/** What a timesheet is made of, as of one commit. */
interface SheetData {
  readonly days: readonly Day[];
  readonly entries: readonly TimeEntry[];
  readonly running: RunningEntry | null;
  readonly formats: Formats;
  readonly named: Named;
}

export interface ShownSheet extends SheetData {
  readonly sheet: Sheet;
}

async function readSheet(
  reader: JournalReader,
  day: Day | null,
  kept: readonly RowWork[],
  now: Instant,
): Promise<SheetData> {
  const [settings, running] = await Promise.all([reader.settings(), reader.running()]);
  const formats = formatsOf(settings, now);
  const days = weekOf(day ?? formats.today, formats.weekStartsOn);
  const entries = await reader.entriesOn(days[0] ?? formats.today, days.at(-1) ?? formats.today);
  const named = await readNamed(reader, [...entries, ...(running ? [running] : []), ...kept]);
  return { days, entries, running, formats, named };
}

/** The rows of the week before, for this one to take over. */
export async function rowsBefore(reader: JournalReader, first: Day): Promise<RowWork[]> {
  const entries = await reader.entriesOn(addDays(first, -7), addDays(first, -1));
  const days = Array.from({ length: 7 }, (_, index) => addDays(first, index - 7));
  return sheetOf(days, entries, null, 0).rows.map(({ projectId, taskId }) => ({ projectId, taskId }));
}

/** The week that holds a day, kept up to date; null while it is loading. Rows stand by their names. */
export function useSheet(day: Day | null, kept: readonly RowWork[], now: () => Instant): ShownSheet | null {
  const keptKey = kept.map(rowKey).join();
  const today = dayOf(now(), Temporal.Now.timeZoneId());
  const data = useJournal((reader) => readSheet(reader, day, kept, now()), [day, keptKey, today]);
  const minute = useMinute(now, data?.running?.start);
  return useMemo(() => {
    if (!data) return null;
    const { days, entries, running, named, formats } = data;
    const sheet = sheetOf(days, entries, running, minute, kept);
    const compare = new Intl.Collator(formats.locale, { numeric: true }).compare;
    const name = (row: RowWork) => workName(named, row);
    // "No project" comes last.
    const rows = sheet.rows.toSorted(
      (a, b) => Number(a.projectId === null) - Number(b.projectId === null) || compare(name(a), name(b)),
    );
    return { ...data, sheet: { ...sheet, rows } };
  }, [data, minute, keptKey]);
}
