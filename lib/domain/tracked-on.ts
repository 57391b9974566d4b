import type { Day, Instant, RunningEntry, TimeEntry } from './entry.ts';
import { partsByDay } from './split.ts';

/**
 * Milliseconds tracked on some days, what is running included. Each entry's days are counted in its own zone.
 * @param running the running entry; null when there is none
 */
export const trackedOn = (
  days: readonly Day[],
  entries: Iterable<TimeEntry>,
  running: RunningEntry | null,
  now: Instant,
): number => {
  const asked = new Set(days);
  let sum = 0;
  const count = (span: { start: Instant; end: Instant; zone: string }) => {
    for (const { day, ms } of partsByDay(span, null)) if (asked.has(day)) sum += ms;
  };
  for (const entry of entries) count(entry);
  if (running !== null) count({ ...running, end: Math.max(now, running.start) });
  return sum;
};
