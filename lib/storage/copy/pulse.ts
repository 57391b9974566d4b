import type { Instant } from '../../domain/entry.ts';
import { browser } from '../../platform/browser.ts';

/** When the browser was last seen alive. Not in the database: one an hour old would ask a false question. */
export interface Pulse {
  /** The last sign of life while a timer ran. */
  readonly at: Instant;
  /** The latest instant any clock of this computer has shown while the running timer ran. */
  readonly latest: Instant;
}

const KEY = 'alive';
/** storage.session ends with the browser (and with an update), so its absence tells that the browser was closed. */
const SESSION_KEY = 'session';

export async function readPulse(): Promise<Pulse | null> {
  const stored: unknown = (await browser.storage.local.get(KEY))[KEY];
  if (typeof stored !== 'object' || stored === null || !('at' in stored) || !('latest' in stored)) return null;
  const { at, latest } = stored;
  return typeof at === 'number' && typeof latest === 'number' ? { at, latest } : null;
}

export const writePulse = (pulse: Pulse): Promise<void> => browser.storage.local.set({ [KEY]: pulse });

/** @returns whether this is the first call since the browser started. */
export async function beginSession(): Promise<boolean> {
  const known = (await browser.storage.session.get(SESSION_KEY))[SESSION_KEY] === true;
  if (!known) await browser.storage.session.set({ [SESSION_KEY]: true });
  return !known;
}
