import type { Estimate } from './catalogue.ts';
import type { Id, RunningEntry } from './entry.ts';
import { amountOf } from './rate.ts';
import { elapsed } from './timer.ts';
import type { DayTotal } from './totals.ts';

/** What was tracked of a project: milliseconds, and minor units by currency. */
export interface TrackedOf {
  readonly ms: number;
  readonly amounts: Readonly<Record<string, number>>;
}

/** All time and money of a project, from day totals. */
export function trackedOf(projectId: Id, totals: Iterable<DayTotal>): TrackedOf {
  let ms = 0;
  const amounts: Record<string, number> = {};
  for (const { rows } of totals) {
    for (const row of rows) {
      if (row.projectId !== projectId) continue;
      ms += row.ms;
      if (row.currency !== null) amounts[row.currency] = (amounts[row.currency] ?? 0) + row.amount;
    }
  }
  return { ms, amounts };
}

/** The same of every project; null is what has none. */
export function trackedByProject(totals: Iterable<DayTotal>): ReadonlyMap<Id | null, TrackedOf> {
  const rows = [...totals].flatMap((total) => total.rows);
  const byProject = Map.groupBy(rows, ({ projectId }) => projectId);
  return new Map(
    [...byProject].map(([projectId, own]) => {
      const amounts: Record<string, number> = {};
      for (const { currency, amount } of own) {
        if (currency !== null) amounts[currency] = (amounts[currency] ?? 0) + amount;
      }
      return [projectId, { ms: own.reduce((sum, { ms }) => sum + ms, 0), amounts }];
    }),
  );
}

/** The same with what runs; it must be of that project. */
export function withRunning(tracked: TrackedOf, running: RunningEntry, now: number): TrackedOf {
  const ms = elapsed(running, now);
  const { rate, billable } = running;
  const amounts = { ...tracked.amounts };
  if (billable && rate) amounts[rate.currency] = (amounts[rate.currency] ?? 0) + amountOf(rate, ms);
  return { ms: tracked.ms + ms, amounts };
}

/** Whole percent of an estimate that is used up, rounded down: 100 is not said before it is reached. */
export function percentOf(estimate: Estimate, tracked: TrackedOf): number {
  const [used, whole] =
    'ms' in estimate ? [tracked.ms, estimate.ms] : [tracked.amounts[estimate.currency] ?? 0, estimate.amount];
  return whole <= 0 ? 0 : Math.floor((used * 100) / whole);
}
