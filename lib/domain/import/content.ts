import { readAnyDate } from './dates.ts';
import type { Columns } from './fields.ts';
import { isBareNumber, readTime } from './times.ts';

type Rows = readonly (readonly string[])[];

/** The rest of a cell that begins with a date; null: it does not. */
const afterDate = (cell: string): string | null =>
  isBareNumber(cell) ? null : (readAnyDate(cell)?.rest.trim() ?? null);
const isDate = (cell: string): boolean => afterDate(cell) === '';
const isInstant = (cell: string): boolean => readTime(afterDate(cell) ?? '') !== null;
const isTime = (cell: string): boolean => cell.includes(':') && readTime(cell) !== null;

/** The columns whose filled cells are all of a kind. */
function columnsOf(rows: Rows, fits: (cell: string) => boolean): number[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  return Array.from({ length: width }, (_, at) => at).filter((at) => {
    const filled = rows.map((cells) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');
    return filled.length > 0 && filled.every(fits);
  });
}

/** Where dates and times stand in a table whose headings do not say it. */
export function columnsByContent(rows: Rows): Columns {
  const [start, end] = columnsOf(rows, isInstant);
  if (start !== undefined) return { start, ...(end === undefined ? {} : { end }) };
  const [date] = columnsOf(rows, isDate);
  if (date === undefined) return {};
  const [startTime, endTime] = columnsOf(rows, isTime);
  return { date, ...(endTime === undefined ? {} : { startTime, endTime }) };
}

/** Whether a table says any date, by its headings or in a cell: without one it is no list of entries. */
export const hasDates = ({ date, startDate, start }: Columns, rows: Rows): boolean =>
  (date ?? startDate ?? start) !== undefined || rows.some((cells) => cells.some((cell) => afterDate(cell) !== null));
