import type { Absence } from '../../domain/away.ts';
import { browser } from '../../platform/browser.ts';

const KEY = 'absence';

/** That somebody left, kept until they are back: the worker does not live that long. Beside the pulse, for the same reason. */
export async function readAbsence(): Promise<Absence | null> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as Partial<Absence> | undefined;
  return typeof stored?.since === 'number' && (stored.cause === 'idle' || stored.cause === 'locked')
    ? { since: stored.since, cause: stored.cause }
    : null;
}

export const writeAbsence = (absence: Absence | null): Promise<void> =>
  absence ? browser.storage.local.set({ [KEY]: absence }) : browser.storage.local.remove(KEY);
