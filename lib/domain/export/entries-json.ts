import { exactAmount, type FlatEntry, type Shown } from '../flat-entry.ts';

export const ENTRIES_FORMAT = 'timetracker-entries';
export const ENTRIES_VERSION = 1;

/** What a file says of itself. */
export interface Described {
  /** When it was made. */
  readonly created: string;
  /** First and last day; null: everything. */
  readonly range: { readonly from: string; readonly to: string } | null;
  /** Filters in words. */
  readonly filters: readonly string[];
  /** Rounding in words; null: exact. */
  readonly rounding: string | null;
}

/** Everything before the first entry. An entry a line, so that a large file can be read without holding it whole. */
export const jsonHead = ({ created, range, filters, rounding }: Described): string => {
  const head = { format: ENTRIES_FORMAT, version: ENTRIES_VERSION, created, range, filters, rounding };
  return `${JSON.stringify(head).slice(0, -1)},"entries":[`;
};

export const jsonFoot = '\n]}\n';

/** One entry: exact instants in ISO 8601, milliseconds, and money in minor units. */
export const jsonRow = (entry: FlatEntry, shown: Shown | null, first: boolean): string => {
  const { id, start, end, invoice, ...rest } = entry;
  const written = {
    ...(id === null ? {} : { id }),
    ...rest,
    start: new Date(start).toISOString(),
    end: new Date(end).toISOString(),
    ms: end - start,
    amount: exactAmount(entry),
    ...(invoice ? { invoice } : {}),
    ...(shown ? { rounded: shown } : {}),
  };
  return `${first ? '' : ','}\n${JSON.stringify(written)}`;
};
