import { OrderFinder, type OrderFound, readAnyDate } from './dates.ts';
import type { RawRow } from './raw.ts';
import { saysZone } from './zoned.ts';

/** What the whole of a file says of its dates, zones and people. */
export interface Looked {
  readonly order: OrderFound;
  readonly needsZone: boolean;
  readonly placed: boolean;
  readonly users: readonly string[];
}

const MOST_USERS = 100;

export function lookedThrough(rows: readonly RawRow[]): Looked {
  const finder = new OrderFinder();
  const users = new Set<string>();
  let [needsZone, placed] = [false, false];
  for (const row of rows) {
    const date = row.startDate ?? row.date ?? row.start ?? '';
    if (!/\d/.test(date)) continue;
    finder.see(date);
    const end = row.endDate ?? row.end;
    if (end !== undefined) {
      finder.see(end);
      finder.seeBoth(date, end);
    }
    needsZone ||= !saysZone(row);
    placed ||= !row.startTime?.trim() && readAnyDate(date)?.rest.trim() === '';
    if (users.size < MOST_USERS && row.user?.trim()) users.add(row.user.trim());
  }
  return { order: finder.found, needsZone, placed, users: [...users].sort() };
}
