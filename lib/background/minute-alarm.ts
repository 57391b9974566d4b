import type { RunningEntry } from '../domain/entry.ts';
import { browser } from '../platform/browser.ts';
import { onAlarm } from '../platform/wakes.ts';

const NAME = 'minute';
const MINUTE = 60_000;

/** One alarm a minute while a timer runs, at full minutes of its elapsed time; none otherwise. */
export async function armMinute(running: RunningEntry | null, now: number): Promise<void> {
  if (!running) {
    await browser.alarms.clear(NAME);
    return;
  }
  const elapsed = Math.max(0, now - running.start);
  const when = now + MINUTE - (elapsed % MINUTE);
  await browser.alarms.create(NAME, { when, periodInMinutes: 1 });
}

export const onMinute = (listener: () => void): void => onAlarm(NAME, listener);
