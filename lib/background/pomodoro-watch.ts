import type { PomodoroState } from '../domain/pomodoro.ts';
import { setAlarm } from '../platform/alarms.ts';
import { playChime } from '../platform/chime.ts';
import { now } from '../platform/clock.ts';
import { t } from '../platform/words.ts';
import { readValues } from '../storage/copy/values.ts';
import { tell } from './notifications.ts';
import { readSettings } from './settings-in-copy.ts';

export const POMODORO_ALARM = 'pomodoro';

/** Ends a phase whose time is over, and says so; else sets the alarm for its end. Called as {@link watchDue} is. */
export async function watchPomodoro(elapsed: () => Promise<unknown>): Promise<void> {
  const state = ((await readValues(['pomodoro'])).get('pomodoro') ?? null) as PomodoroState | null;
  if (!state || state.ends === null) return setAlarm(POMODORO_ALARM, null);
  if (state.ends > now()) return setAlarm(POMODORO_ALARM, { when: state.ends });
  await elapsed();
  const settings = await readSettings();
  if (settings.pomodoro.sound) await playChime();
  await tell('pomodoro', settings, t(state.phase === 'work' ? 'pomodoroWorkOver' : 'pomodoroRestOver'));
}
