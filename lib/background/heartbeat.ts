import { awaySince } from '../domain/away.ts';
import type { RunningEntry } from '../domain/entry.ts';
import { durationShort } from '../domain/format.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { now } from '../platform/clock.ts';
import { postNotice } from '../storage/copy/notice-board.ts';
import { type Pulse, readPulse, writePulse } from '../storage/copy/pulse.ts';
import { readValues } from '../storage/copy/values.ts';
import type { Journal } from '../storage/journal.ts';
import { askAway } from './away-question.ts';

/** A clock that went back by less is a correction nobody notices. */
const CLOCK_TOLERANCE = 60_000;

/** What a beat goes by; read beforehand where it would only be waited for. */
export const readForBeat = (): Promise<Map<string, unknown>> => readValues(['running', 'settings']);

/**
 * Notes that the browser is alive while a timer runs, and asks about the time it was not.
 * @param sameSession false when the browser was closed since the last sign of life
 */
export async function beat(journal: Journal, sameSession: boolean, read = readForBeat()): Promise<void> {
  const values = await read;
  const running = (values.get('running') ?? null) as RunningEntry | null;
  if (!running) return;
  const at = now();
  const pulse = await pulseOf(running);
  if (pulse.at - at > CLOCK_TOLERANCE) await sayClockBack(pulse.at - at);
  const settings = (values.get('settings') ?? defaultSettings) as Settings;
  const span = awaySince(pulse.at, at, sameSession, settings);
  if (span) await askAway(journal, span);
  await writePulse({ entryId: running.id, at, latest: Math.max(at, pulse.latest) });
}

/** Before the first beat of an entry, the last change to it is the last sign of life. */
async function pulseOf({ id, changed }: RunningEntry): Promise<Pulse> {
  const pulse = await readPulse();
  return pulse?.entryId === id ? pulse : { entryId: id, at: changed, latest: changed };
}

const sayClockBack = (ms: number): Promise<void> =>
  postNotice({ code: 'noticeClockBack', substitutions: [durationShort(ms)] });
