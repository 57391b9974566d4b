import { type Described, jsonFoot, jsonHead, jsonRow } from '../domain/export/entries-json.ts';
import { fileName } from '../domain/export/file-name.ts';
import { calendarEvent, calendarFoot, calendarHead } from '../domain/export/icalendar.ts';
import { clockifyHeader, clockifyRow, type Reader, togglHeader, togglRow } from '../domain/export/other-csv.ts';
import { ourHeader, ourRow } from '../domain/export/our-csv.ts';
import { sheetRow } from '../domain/export/sheet.ts';
import type { FlatEntry, Shown } from '../domain/flat-entry.ts';
import { FileParts } from '../platform/file-parts.ts';
import { breathe, type Task } from './progress.ts';
import { WorkbookWriter } from './xlsx.ts';

/** `toggl` and `clockify` are CSV in the shape of those. */
export type ExportFormat = 'csv' | 'toggl' | 'clockify' | 'json' | 'ics' | 'xlsx';

export interface ExportRequest extends Task {
  readonly format: ExportFormat;
  /** Entries in order, some at a time. */
  readonly entries: AsyncIterable<readonly FlatEntry[]> | Iterable<readonly FlatEntry[]>;
  /** How many there will be, for the progress; null: whoever gives them tells how far they are. */
  readonly count: number | null;
  /** What the file says of itself: range, filters and rounding also stand in its name. */
  readonly described: Described;
  /** Given when durations are rounded: the columns for it are added. */
  readonly shown: ((entry: FlatEntry) => Shown) | null;
  readonly reader: Reader;
  /** What an entry without description and project is called, in a calendar. */
  readonly untitled: string;
}

export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
  readonly entries: number;
}

interface Format {
  readonly ending: string;
  readonly type: string;
  readonly head: (request: ExportRequest) => string;
  readonly row: (entry: FlatEntry, request: ExportRequest, first: boolean) => string;
  readonly foot: string;
}

/** Excel takes a CSV for UTF-8 only with this before it. */
const MARK = '\uFEFF';
const csv = { ending: 'csv', type: 'text/csv;charset=utf-8', foot: '' } as const;
const shownOf = (entry: FlatEntry, { shown }: ExportRequest): Shown | null => shown?.(entry) ?? null;

const formats: Readonly<Record<Exclude<ExportFormat, 'xlsx'>, Format>> = {
  csv: {
    ...csv,
    head: ({ shown }) => MARK + ourHeader(shown !== null),
    row: (entry, request) => ourRow(entry, shownOf(entry, request)),
  },
  toggl: { ...csv, head: ({ reader }) => togglHeader(reader), row: (entry, { reader }) => togglRow(entry, reader) },
  clockify: {
    ...csv,
    head: ({ reader }) => clockifyHeader(reader),
    row: (entry, { reader }) => clockifyRow(entry, reader),
  },
  json: {
    ending: 'json',
    type: 'application/json',
    head: ({ described }) => jsonHead(described),
    row: (entry, request, first) => jsonRow(entry, shownOf(entry, request), first),
    foot: jsonFoot,
  },
  ics: {
    ending: 'ics',
    type: 'text/calendar;charset=utf-8',
    head: () => calendarHead('TimeTracker'),
    row: (entry, { described, untitled }) => calendarEvent(entry, Date.parse(described.created), untitled),
    foot: calendarFoot,
  },
};

/** Makes a file of entries, a slice at a time. @throws {Cancelled} */
export async function exportEntries(request: ExportRequest): Promise<ExportedFile> {
  const { format, described } = request;
  const named = (ending: string): string => {
    const shape = format === 'toggl' || format === 'clockify' ? [format] : [];
    // the other shapes hold exact times alone
    const isRounded = request.shown !== null && (format === 'csv' || format === 'json' || format === 'xlsx');
    const rounding = isRounded && described.rounding !== null ? [described.rounding] : [];
    return fileName(described.range, [...described.filters, ...rounding, ...shape], ending);
  };
  if (format === 'xlsx') return { ...(await writeWorkbook(request)), name: named('xlsx') };
  const { head, row, foot, ending, type } = formats[format];
  const parts = new FileParts();
  parts.add(head(request));
  let entries = 0;
  for await (const slice of request.entries) {
    const rows = slice.map((entry, i) => row(entry, request, entries + i === 0));
    parts.add(rows.join(''));
    entries += slice.length;
    await breathe(request, shareOf(entries, request));
  }
  parts.add(foot);
  return { name: named(ending), blob: parts.file(type), entries };
}

const shareOf = (entries: number, { count }: ExportRequest): number | null =>
  count === null ? null : entries / Math.max(1, count);

async function writeWorkbook(request: ExportRequest): Promise<Omit<ExportedFile, 'name'>> {
  const writer = new WorkbookWriter(request.shown !== null);
  let entries = 0;
  for await (const slice of request.entries) {
    writer.rows(slice.map((entry) => (row) => sheetRow(entry, shownOf(entry, request), row)));
    entries += slice.length;
    await breathe(request, shareOf(entries, request));
  }
  return { blob: writer.file(), entries };
}
