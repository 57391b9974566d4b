import type { Instant, RunningEntry } from '../entry.ts';
import type { Rounding } from '../settings.ts';
import { stopTimer } from '../timer.ts';
import { exactly, type ReportScope, sumTally } from './report.ts';

/** What a timer has to do with a report. Milliseconds. */
export interface RunningIn {
  /** How long it has run on the days of the report. */
  readonly ms: number;
  /** What the report would count of it if it stopped now. */
  readonly counted: number;
}

/** Nothing when it runs on other days, or for what the filter leaves out. */
export function runningIn(running: RunningEntry, scope: ReportScope, now: Instant): RunningIn {
  const stopped = stopTimer(running, now, null);
  const msBy = (rounding: Rounding): number => {
    const tally = sumTally({ ...scope, rounding });
    tally.addEntry(stopped);
    return tally.sums.ms;
  };
  return { ms: msBy(exactly), counted: msBy(scope.rounding) };
}
