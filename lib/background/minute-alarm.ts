import type { Instant, RunningEntry } from '../domain/entry.ts';
import { elapsed } from '../domain/timer.ts';
import { setAlarm } from '../platform/alarms.ts';

export const MINUTE_ALARM = 'minute';
const MINUTE = 60_000;

/** One alarm a minute while a timer runs, at full minutes of its elapsed time; none otherwise. */
export const armMinute = (running: RunningEntry | null, now: Instant): Promise<void> =>
  setAlarm(MINUTE_ALARM, running && { when: now + MINUTE - (elapsed(running, now) % MINUTE), periodInMinutes: 1 });
