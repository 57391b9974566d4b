import { useMemo } from 'preact/hooks';
import { addDays, dayOf, weekOf } from '../../../lib/domain/civil.ts';
import type { Day, Instant } from '../../../lib/domain/entry.ts';
import { type RowWork, rowKey, type Sheet, sheetOf } from '../../../lib/domain/timesheet.ts';
import { type JournalReader, useJournal } from '../../hooks/useJournal.ts';
import { useMinute } from '../../hooks/useMinute.ts';
import { type Named, workName } from '../named.ts';
import { type DaysData, readDays } from '../read-days.ts';

export interface ShownSheet extends DaysData {
  readonly sheet: Sheet;
}

/** The rows of the week before, for this one to take over. */
export async function rowsBefore(reader: JournalReader, first: Day): Promise<RowWork[]> {
  const entries = await reader.entriesOn(addDays(first, -7), addDays(first, -1));
  const days = Array.from({ length: 7 }, (_, index) => addDays(first, index - 7));
  return sheetOf(days, entries, null, 0).rows.map(({ projectId, taskId }) => ({ projectId, taskId }));
}

/** Whether what a row names exists: what it was made for may have been undone or deleted. */
const isThere =
  ({ project, task }: Named) =>
  ({ projectId, taskId }: RowWork): boolean =>
    (projectId === null || project.has(projectId)) && (taskId === null || task.has(taskId));

/** The week that holds a day, kept up to date; null while it is loading. Rows stand by their names. */
export function useSheet(day: Day | null, kept: readonly RowWork[], now: () => Instant): ShownSheet | null {
  const keptKey = kept.map(rowKey).join();
  const today = dayOf(now(), Temporal.Now.timeZoneId());
  const data = useJournal(
    (reader) => readDays(reader, (formats) => weekOf(day ?? formats.today, formats.weekStartsOn), now(), kept),
    [day, keptKey, today],
  );
  const minute = useMinute(now, data?.running?.start);
  return useMemo(() => {
    if (!data) return null;
    const { days, entries, running, named, formats } = data;
    const sheet = sheetOf(days, entries, running, minute, kept.filter(isThere(named)));
    const compare = new Intl.Collator(formats.locale, { numeric: true }).compare;
    const name = (row: RowWork) => workName(named, row);
    // "No project" comes last.
    const rows = sheet.rows.toSorted(
      (a, b) => Number(a.projectId === null) - Number(b.projectId === null) || compare(name(a), name(b)),
    );
    return { ...data, sheet: { ...sheet, rows } };
  }, [data, minute, keptKey]);
}
