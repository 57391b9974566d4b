import type { Day, Instant, RunningEntry, TimeEntry } from './entry.ts';
import type { Goal } from './settings.ts';
import { trackedOn } from './tracked-on.ts';

export interface Progress {
  readonly goal: Goal;
  /** Milliseconds tracked for it so far, what is running included. */
  readonly tracked: number;
}

interface When {
  readonly today: Day;
  /** The seven days of the present week. */
  readonly week: readonly Day[];
  readonly now: Instant;
}

/** How far each goal is. */
export function progressOf(
  goals: readonly Goal[],
  entries: readonly TimeEntry[],
  running: RunningEntry | null,
  { today, week, now }: When,
): Progress[] {
  return goals.map((goal) => {
    const counts = ({ projectId }: { readonly projectId: string | null }) =>
      goal.projectId === null || projectId === goal.projectId;
    const mine = entries.filter(counts);
    const runs = running && counts(running) ? running : null;
    return { goal, tracked: trackedOn(goal.per === 'day' ? [today] : week, mine, runs, now) };
  });
}

/** Goals that are reached at `now` and were not yet at `before`, a moment of the same running entry. */
export function reachedSince(
  before: Instant,
  goals: readonly Goal[],
  entries: readonly TimeEntry[],
  running: RunningEntry | null,
  when: When,
): Goal[] {
  const earlier = progressOf(goals, entries, running, { ...when, now: before });
  return progressOf(goals, entries, running, when).flatMap(({ goal, tracked }, i) =>
    tracked >= goal.ms && (earlier[i]?.tracked ?? 0) < goal.ms ? [goal] : [],
  );
}

/** When the next goal is reached if what runs goes on; null when none is to come. */
export function nextReached(
  goals: readonly Goal[],
  entries: readonly TimeEntry[],
  running: RunningEntry | null,
  when: When,
): Instant | null {
  if (!running) return null;
  const left = progressOf(goals, entries, running, when).flatMap(({ goal, tracked }) => {
    const counts = goal.projectId === null || goal.projectId === running.projectId;
    return counts && tracked < goal.ms ? [goal.ms - tracked] : [];
  });
  return left.length === 0 ? null : when.now + Math.min(...left);
}
