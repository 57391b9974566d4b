import { dayOf } from '../domain/civil.ts';
import { type Due, duesAfter, type Watched } from '../domain/due.ts';
import type { Instant, RunningEntry } from '../domain/entry.ts';
import { durationShort } from '../domain/format.ts';
import type { Settings } from '../domain/settings.ts';
import { elapsed } from '../domain/timer.ts';
import { workOn } from '../domain/working-hours.ts';
import { setAlarm } from '../platform/alarms.ts';
import { currentZone, now } from '../platform/clock.ts';
import { t } from '../platform/words.ts';
import { readWatchState, type WatchState, writeWatchState } from '../storage/copy/watch-state.ts';
import { watchGoals } from './goal-watch.ts';
import { tell } from './notifications.ts';
import { readRunning } from './running-in-copy.ts';
import { readSettings } from './settings-in-copy.ts';

export const DUE_ALARM = 'due';

/** Stops the running timer at an instant that has passed, as a person would. */
type StopAt = (end: Instant) => Promise<unknown>;

function following(before: WatchState | null, running: RunningEntry | null, at: Instant): WatchState {
  const noneSince = running ? null : (before?.noneSince ?? at);
  // A clock that was set back must not make what has been done due again.
  return { noneSince, handled: Math.min(before?.handled ?? at, at) };
}

/**
 * Does what has become due, however late the worker is, and sets the alarm for what comes next. To be called after
 * every command, at every start and at the alarm.
 */
export async function watchDue(stop: StopAt): Promise<void> {
  const settings = await readSettings();
  const running = await readRunning();
  const at = now();
  const state = following(await readWatchState(), running, at);
  const watched: Watched = { running, noneSince: state.noneSince, settings, zone: currentZone() };
  const dues = duesAfter(watched, state.handled).filter((due) => due.at <= at);
  await writeWatchState({ ...state, handled: at });
  for (const due of dues) await carryOut(due, watched, settings, at, stop);
  if (dues.some(({ kind }) => kind === 'stopAt')) return; // the stop is a command, after which this is called again
  const next = duesAfter(watched, at)[0]?.at ?? null;
  const goal = await watchGoals(settings, running, state.handled, at);
  const when = next === null || goal === null ? (next ?? goal) : Math.min(next, goal);
  await setAlarm(DUE_ALARM, when === null ? null : { when });
}

async function carryOut(due: Due, { running, zone }: Watched, settings: Settings, at: Instant, stop: StopAt) {
  switch (due.kind) {
    case 'nothingRunning': {
      const work = workOn(dayOf(at, zone), settings, zone);
      // The computer may have slept through it, and through the working day.
      if (work && at <= work.end) await tell('nothingRunning', settings, t('nothingRunningNow'));
      return;
    }
    case 'stopAt':
      await stop(due.at);
      await tell('stopAt', settings, t('stoppedAsSet'));
      return;
    case 'longTimer':
      if (running) await tell('longTimer', settings, t('runningForSoLong', durationShort(elapsed(running, at))));
  }
}
