import { EVERY_DAY } from './days.ts';
import type { Day, Id, TimeEntry } from './entry.ts';
import { amountOf } from './rate.ts';
import { partsByDay } from './split.ts';

/** Time of one day by what it was for and how it is billed; no two rows of a day agree in project, billable and currency. */
interface TotalRow {
  readonly projectId: Id | null;
  readonly billable: boolean;
  /** ISO 4217; null for time that is worth nothing: not billable, or without a rate. */
  readonly currency: string | null;
  readonly ms: number;
  /** Minor units of the currency; zero without one. */
  readonly amount: number;
}

export interface DayTotal {
  readonly day: Day;
  /** By project (none first), billable (not first) and currency (none first). */
  readonly rows: readonly TotalRow[];
}

/** Milliseconds. */
export const msOfDay = (total: DayTotal | undefined): number => total?.rows.reduce((ms, row) => ms + row.ms, 0) ?? 0;

/** What one entry adds to the total of one day. */
export interface EntryRow extends TotalRow {
  readonly day: Day;
}

/** What an entry is worth, in minor units of its rate's currency, rounded once; null when not billable or without a rate. */
const entryAmount = ({ billable, rate, start, end }: TimeEntry): number | null =>
  billable && rate !== null ? amountOf(rate, end - start) : null;

/** What an entry adds to the totals: one row for each day that it touches. */
export const entryRows = (entry: TimeEntry): EntryRow[] => {
  const { projectId, billable, rate } = entry;
  const whole = entryAmount(entry);
  const currency = whole === null ? null : (rate?.currency ?? null);
  return partsByDay(entry, whole).map(({ day, ms, amount }) => ({
    day,
    projectId,
    billable,
    currency,
    ms,
    amount: amount ?? 0,
  }));
};

type RowSums = Map<string, { row: TotalRow; ms: number; amount: number }>;

/** Sorts as the rows are ordered: '' comes before any id or code, '0' before '1'. */
const keyOf = ({ projectId, billable, currency }: TotalRow) =>
  `${projectId ?? ''}\n${billable ? 1 : 0}\n${currency ?? ''}`;

const add = (sums: RowSums, row: TotalRow, sign: 1 | -1) => {
  const key = keyOf(row);
  const sum = sums.get(key) ?? { row, ms: 0, amount: 0 };
  sum.ms += sign * row.ms;
  sum.amount += sign * row.amount;
  sums.set(key, sum);
};

const dayTotal = (day: Day, sums: RowSums): DayTotal => {
  const standing = [...sums].filter(([, { ms, amount }]) => ms !== 0 || amount !== 0);
  const rows = standing
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { row, ms, amount }]): TotalRow => {
      const { projectId, billable, currency } = row;
      return { projectId, billable, currency, ms, amount };
    });
  return { day, rows };
};

/**
 * The total of a day after entries came and went; equal to the one made of the entries that are left.
 * @param total the one before; undefined when the day had none
 * @param added rows of the entries that came, of any day: those of other days are passed over
 * @param removed rows of the entries that went, likewise
 */
export const applyToTotals = (
  total: DayTotal | undefined,
  day: Day,
  added: readonly EntryRow[],
  removed: readonly EntryRow[],
): DayTotal => {
  const sums: RowSums = new Map();
  for (const row of total?.rows ?? []) add(sums, row, 1);
  for (const row of added) if (row.day === day) add(sums, row, 1);
  for (const row of removed) if (row.day === day) add(sums, row, -1);
  return dayTotal(day, sums);
};

/** Totals of entries that come in order of their days: those of a day can go as soon as nothing more comes to it. */
export class RunningTotals {
  readonly #days = new Map<Day, RowSums>();
  #taken: Day = '';
  /** What came to days whose totals had gone: of entries that stand on another day than they start on. */
  readonly late = new Map<Day, EntryRow[]>();

  add(entry: TimeEntry): void {
    for (const row of entryRows(entry)) {
      if (row.day <= this.#taken) this.late.set(row.day, [...(this.late.get(row.day) ?? []), row]);
      else add(this.#sumsOf(row.day), row, 1);
    }
  }

  #sumsOf(day: Day): RowSums {
    const known = this.#days.get(day);
    if (known) return known;
    const sums: RowSums = new Map();
    this.#days.set(day, sums);
    return sums;
  }

  /** Gives out the totals of the days up to this one, in order, and forgets them. */
  takeThrough(day: Day): DayTotal[] {
    this.#taken = day;
    const over = [...this.#days].filter(([other]) => other <= day).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [other] of over) this.#days.delete(other);
    return over.map(([other, sums]) => dayTotal(other, sums));
  }
}

/** The totals of all days that the entries touch, made from nothing, by day. */
export const totalsOf = (entries: Iterable<TimeEntry>): DayTotal[] => {
  const totals = new RunningTotals();
  for (const entry of entries) totals.add(entry);
  return totals.takeThrough(EVERY_DAY.last);
};
