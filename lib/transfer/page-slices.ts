import { EVERY_DAY } from '../domain/days.ts';
import type { Day, Page, TimeEntry } from '../domain/entry.ts';
import { byStart, dayOfEntry } from '../storage/page-edits.ts';
import type { PageSlice } from '../storage/pages-ahead.ts';

export interface EntrySlice {
  readonly entries: readonly TimeEntry[];
  /** How much of all came up to them, 0 to 1. */
  readonly share: number;
}

/** Entries that come in order of their days, as pages; the last day of a slice may go on in the next. */
export async function* inPages(slices: AsyncIterable<EntrySlice>): AsyncGenerator<PageSlice> {
  let open: { day: Day; entries: TimeEntry[] } | undefined;
  for await (const { entries, share } of slices) {
    const pages = open ? [open] : [];
    for (const entry of entries) {
      const day = dayOfEntry(entry);
      const last = pages.at(-1);
      if (last?.day === day) last.entries.push(entry);
      else pages.push({ day, entries: [entry] });
    }
    open = pages.pop();
    yield { pages, share };
  }
  if (open) yield { pages: [open], share: 1 };
}

/** The same pages, and more entries on them or on days in between. */
export async function* withMore(
  slices: AsyncIterable<PageSlice>,
  more: readonly TimeEntry[],
): AsyncGenerator<PageSlice> {
  const left = [...Map.groupBy(more, dayOfEntry)].sort(([a], [b]) => (a < b ? -1 : 1));
  const through = (day: Day): Page[] => {
    const end = left.findIndex(([other]) => other > day);
    return left.splice(0, end < 0 ? left.length : end).map(([of, entries]) => ({ day: of, entries }));
  };
  for await (const { pages, share } of slices) {
    const all = pages.flatMap(({ day, entries }): Page[] => {
      const before = through(day);
      const beside = before.at(-1)?.day === day ? (before.pop()?.entries ?? []) : [];
      return [...before, { day, entries: [...entries, ...beside].sort(byStart) }];
    });
    yield { pages: all, share };
  }
  yield {
    pages: through(EVERY_DAY.last).map(({ day, entries }) => ({ day, entries: entries.toSorted(byStart) })),
    share: 1,
  };
}
