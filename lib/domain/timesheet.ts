import { dayOf } from './civil.ts';
import type { Day, Id, Instant, RunningEntry, Span, TimeEntry } from './entry.ts';
import { placeOn, type Surroundings, spanOfDay } from './placement.ts';
import { partsByDay } from './split.ts';

/** What a row of the timesheet stands for. */
export interface RowWork {
  readonly projectId: Id | null;
  readonly taskId: Id | null;
}

/** The time of one row on one day. */
export interface SheetCell {
  readonly day: Day;
  /** Milliseconds, what is running included. */
  readonly ms: number;
  /** Stopped entries with time on the day, by start. */
  readonly entries: readonly TimeEntry[];
  readonly running: boolean;
}

export interface SheetRow extends RowWork {
  /** One a day, in the order of the days asked for. */
  readonly cells: readonly SheetCell[];
  readonly ms: number;
}

export interface Sheet {
  readonly rows: readonly SheetRow[];
  /** Milliseconds of each day, all rows together. */
  readonly dayTotals: readonly number[];
  readonly ms: number;
}

export const rowKey = ({ projectId, taskId }: RowWork): string => `${projectId ?? ''}~${taskId ?? ''}`;

interface Building {
  readonly work: RowWork;
  readonly cells: { day: Day; ms: number; entries: TimeEntry[]; running: boolean }[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/**
 * The timesheet of some days: a row for each project and task with time on them, and for each that is kept though empty.
 * Each entry's days are counted in its own zone, and one that crosses midnight counts on both. Rows are in no set order.
 * @param kept rows that stand even without time
 */
export const sheetOf = (
  days: readonly Day[],
  entries: Iterable<TimeEntry>,
  running: RunningEntry | null,
  now: Instant,
  kept: readonly RowWork[] = [],
): Sheet => {
  const rows = new Map<string, Building>();
  const column = new Map(days.map((day, index) => [day, index]));
  const rowOf = ({ projectId, taskId }: RowWork): Building => {
    const key = rowKey({ projectId, taskId });
    const work = { projectId, taskId };
    const row = rows.get(key) ?? { work, cells: days.map((day) => ({ day, ms: 0, entries: [], running: false })) };
    rows.set(key, row);
    return row;
  };
  const count = (entry: TimeEntry | RunningEntry, end: Instant): void => {
    for (const { day, ms } of partsByDay({ start: entry.start, end, zone: entry.zone }, null)) {
      const index = column.get(day);
      const cell = index === undefined ? undefined : rowOf(entry).cells[index];
      if (!cell) continue;
      cell.ms += ms;
      if (entry.end === null) cell.running = true;
      else cell.entries.push(entry);
    }
  };
  for (const work of kept) rowOf(work);
  for (const entry of entries) count(entry, entry.end);
  if (running) count(running, Math.max(now, running.start));
  const done = [...rows.values()].map(({ work, cells }) => ({
    ...work,
    cells: cells.map((cell) => ({ ...cell, entries: cell.entries.toSorted((a, b) => a.start - b.start) })),
    ms: sum(cells.map((cell) => cell.ms)),
  }));
  const dayTotals = days.map((_, index) => sum(done.map((row) => row.cells[index]?.ms ?? 0)));
  return { rows: done, dayTotals, ms: sum(dayTotals) };
};

/** What typing a duration into a cell comes to. */
export type CellPlan =
  | { readonly does: 'nothing' }
  | ({ readonly does: 'add' } & Span)
  | { readonly does: 'end'; readonly entry: TimeEntry; readonly end: Instant }
  | { readonly does: 'delete'; readonly entry: TimeEntry }
  /** Its entries must be looked at one by one: there are several, or the only one goes on after midnight. */
  | { readonly does: 'open' }
  /** `running`: what runs has no end yet. `noRoom`: no free stretch of the day is long enough, or the day is over before. */
  | { readonly does: 'refuse'; readonly why: 'running' | 'noRoom' };

/**
 * An empty cell gets one entry, a cell with one entry changes its end, or loses it when zero is typed.
 * @param ms what was typed, whole milliseconds
 */
export const planCell = (cell: SheetCell, ms: number, around: Surroundings): CellPlan => {
  const [entry, ...others] = cell.entries;
  if (cell.running) return { does: 'refuse', why: 'running' };
  if (others.length > 0) return { does: 'open' };
  if (entry) return planOne(entry, cell, ms);
  if (ms <= 0) return { does: 'nothing' };
  const place = placeOn(ms, around);
  return place ? { does: 'add', ...place } : { does: 'refuse', why: 'noRoom' };
};

/** Whether a cell's only entry goes on after midnight: its end is not of this day. */
export const staysClosed = ({ entries: [entry], day }: SheetCell): boolean =>
  entry !== undefined && entry.end > spanOfDay(day, entry.zone).end;

const planOne = (entry: TimeEntry, cell: SheetCell, ms: number): CellPlan => {
  if (ms === cell.ms) return { does: 'nothing' };
  if (staysClosed(cell)) return { does: 'open' };
  if (ms <= 0) return dayOf(entry.start, entry.zone) === cell.day ? { does: 'delete', entry } : { does: 'open' };
  const end = entry.end + ms - cell.ms;
  return end > spanOfDay(cell.day, entry.zone).end ? { does: 'refuse', why: 'noRoom' } : { does: 'end', entry, end };
};
