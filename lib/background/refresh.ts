import type { CommandTable } from '../messaging/router.ts';
import { currentDay, now } from '../platform/clock.ts';
import { onAlarm } from '../platform/wakes.ts';
import { prepareSnapshot } from '../storage/copy/prepare-snapshot.ts';
import type { Journal } from '../storage/journal.ts';
import { paintBadge } from './badge.ts';
import { DUE_ALARM, watchDue } from './due-watch.ts';
import { beat } from './heartbeat.ts';
import { armMinute, MINUTE_ALARM } from './minute-alarm.ts';
import { POMODORO_ALARM, watchPomodoro } from './pomodoro-watch.ts';
import { setPopupPage } from './popup-page.ts';
import { readRunning } from './running-in-copy.ts';

/** Brings to the present what follows from the time and the last command: at every start, after every command, at its alarms. */
export async function refresh(journal: Journal, table: CommandTable): Promise<void> {
  const running = await readRunning();
  await Promise.all([
    beat(journal, true),
    armMinute(running, now()),
    paintBadge(),
    setPopupPage(),
    watchDue((end) => table['timer.stop']({ type: 'timer.stop', end })),
    watchPomodoro(() => table['pomodoro.elapsed']({ type: 'pomodoro.elapsed' })),
  ]);
  await prepareSnapshot(currentDay());
}

export function onRefreshAlarm(listener: () => void): void {
  for (const name of [MINUTE_ALARM, POMODORO_ALARM, DUE_ALARM]) onAlarm(name, listener);
}
