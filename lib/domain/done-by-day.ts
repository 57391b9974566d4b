import type { Day, Page } from './entry.ts';
import { partsByDay } from './split.ts';

/** Milliseconds of stopped entries by day; time past midnight counts on its own day. */
export function doneByDay(pages: readonly Page[]): ReadonlyMap<Day, number> {
  const done = new Map<Day, number>();
  for (const { entries } of pages) {
    for (const entry of entries) {
      for (const { day, ms } of partsByDay(entry, null)) done.set(day, (done.get(day) ?? 0) + ms);
    }
  }
  return done;
}
