import type { Instant, RunningEntry, TimeEntry, Work } from './entry.ts';

/** Milliseconds a timer has run; zero when the clock was set back to before its start. */
export const elapsed = (running: RunningEntry, now: Instant): number => Math.max(0, now - running.start);

/**
 * The entry a stopped timer leaves. When the clock was set back to before its start, it ends when the browser was last
 * known to be alive, so that what was tracked until then stays.
 */
export const stopTimer = (running: RunningEntry, now: Instant, lastAlive: Instant | null): TimeEntry => {
  const end = now >= running.start ? now : Math.max(running.start, lastAlive ?? running.start);
  return { ...running, end, changed: now };
};

/** Whether a start may not be taken because it has not come yet. */
export const startsInFuture = (start: Instant, now: Instant): boolean => start > now;

const sameTags = (a: Work, b: Work): boolean => new Set(a.tagIds).symmetricDifference(new Set(b.tagIds)).size === 0;

/** Whether two stretches of time were spent on the same thing. The order of tags has no meaning. */
export const sameWork = (a: Work, b: Work): boolean =>
  a.description === b.description &&
  a.projectId === b.projectId &&
  a.taskId === b.taskId &&
  a.billable === b.billable &&
  sameTags(a, b);
