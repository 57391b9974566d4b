import { absenceAfter, awayThrough, type IdleState } from '../domain/away.ts';
import { now } from '../platform/clock.ts';
import { idleState, setIdleThreshold } from '../platform/idle.ts';
import { withLock } from '../platform/lock.ts';
import { readAbsence, writeAbsence } from '../storage/copy/absence.ts';
import type { Journal } from '../storage/journal.ts';
import { askAway } from './away-question.ts';
import { readSettings } from './settings-in-copy.ts';

/** Notes that somebody left, and asks about it when they are back. One after the other: coming back goes by what leaving noted. */
export const noteIdleState = (journal: Journal, state: IdleState): Promise<void> =>
  withLock('absence', () => note(journal, state));

async function note(journal: Journal, state: IdleState): Promise<void> {
  const settings = await readSettings();
  const before = await readAbsence();
  const at = now();
  const after = absenceAfter(before, state, at, settings);
  if (before || after) await writeAbsence(after);
  const span = state === 'active' ? awayThrough(before, at, settings) : null;
  if (span) await askAway(journal, span);
}

/** At a worker's start: the threshold as it is set, and somebody who came back while no worker lived. */
export async function resumeIdleWatch(journal: Journal): Promise<void> {
  const { awayAfter } = await readSettings();
  if (awayAfter === null) return;
  setIdleThreshold(awayAfter);
  if ((await readAbsence()) && (await idleState(awayAfter)) === 'active') await noteIdleState(journal, 'active');
}
