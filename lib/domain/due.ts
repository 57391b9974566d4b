import { addDays, dayOf } from './civil.ts';
import type { Instant, RunningEntry } from './entry.ts';
import type { Settings } from './settings.ts';
import { instantOf, workOn } from './working-hours.ts';

/** What a person wanted to happen at a time: to be reminded, the timer stopped, to be asked about a long one. */
export type DueKind = 'nothingRunning' | 'stopAt' | 'longTimer';

export interface Due {
  readonly kind: DueKind;
  readonly at: Instant;
}

export interface Watched {
  readonly running: RunningEntry | null;
  /** Since when nothing runs; null while something does. */
  readonly noneSince: Instant | null;
  readonly settings: Pick<Settings, 'workingHours' | 'remindAfter' | 'stopAt' | 'longTimerAfter'>;
  /** IANA zone whose clocks the working hours and the time of day are read on. */
  readonly zone: string;
}

const minute = 60_000;
const hour = 60 * minute;
/** A week, and one more day for the one that has begun. */
const DAYS_AHEAD = 8;

const days = (from: Instant, zone: string) =>
  Array.from({ length: DAYS_AHEAD + 1 }, (_, n) => addDays(dayOf(from, zone), n - 1));

/**
 * Once a working day: when nothing has run for the set minutes, those before its hours not counted. Never while
 * something runs.
 */
function nextReminder({ noneSince, settings, zone }: Watched, after: Instant): Instant | null {
  const { remindAfter } = settings;
  if (noneSince === null || remindAfter === null) return null;
  for (const day of days(after, zone)) {
    const work = workOn(day, settings, zone);
    if (!work) continue;
    const at = Math.max(noneSince, work.start) + remindAfter * minute;
    if (at > after && at <= work.end) return at;
  }
  return null;
}

function nextStop({ running, settings, zone }: Watched, after: Instant): Instant | null {
  const { stopAt } = settings;
  if (!running || stopAt === null) return null;
  const since = Math.max(after, running.start);
  return (
    days(since, zone)
      .map((day) => instantOf(day, stopAt, zone))
      .find((at) => at > since) ?? null
  );
}

function nextLong({ running, settings }: Watched, after: Instant): Instant | null {
  if (!running || settings.longTimerAfter === null) return null;
  const at = running.start + settings.longTimerAfter * hour;
  return at > after ? at : null;
}

const rules: { readonly [K in DueKind]: (watched: Watched, after: Instant) => Instant | null } = {
  nothingRunning: nextReminder,
  stopAt: nextStop,
  longTimer: nextLong,
};

/** The next of each kind after an instant, soonest first. */
export const duesAfter = (watched: Watched, after: Instant): Due[] =>
  Object.entries(rules)
    .flatMap(([kind, next]) => {
      const at = next(watched, after);
      return at === null ? [] : [{ kind: kind as DueKind, at }];
    })
    .sort((a, b) => a.at - b.at);
