import type { Alarms } from 'webextension-polyfill';
import { browser } from './browser.ts';
import { now } from './clock.ts';

/** In the place of any alarm of that name; null: there is none. */
export async function setAlarm(name: string, alarm: Alarms.CreateAlarmInfoType | null): Promise<void> {
  if (alarm === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, alarm);
}

interface Repeated {
  readonly delayInMinutes?: number;
  readonly periodInMinutes: number;
}

/** Sets an alarm that comes again and again unless it is set: alarms can vanish with a restart. */
export async function ensureAlarm(name: string, alarm: Repeated): Promise<void> {
  const set = await browser.alarms.get(name);
  // one that was set while the clock was ahead would come as much too late
  const late = now() + alarm.periodInMinutes * 60_000;
  if (!set || set.scheduledTime > late) await browser.alarms.create(name, alarm);
}
