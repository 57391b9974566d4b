import type { Id, Instant } from '../../domain/entry.ts';
import { browser } from '../../platform/browser.ts';

/** When the browser was last seen alive. Not in the database: one an hour old would ask a false question. */
export interface Pulse {
  /** The entry that ran. */
  readonly entryId: Id;
  /** The last sign of life while it ran. */
  readonly at: Instant;
  /** The latest instant the computer's clock has shown while it ran; later than `at` when the clock was set back. */
  readonly latest: Instant;
}

const KEY = 'alive';
/** storage.session ends with the browser (and with an update), so its absence tells that the browser was closed. */
const SESSION_KEY = 'session';

/** As last read or written by this worker, the only one that writes it; undefined before that. */
let known: Pulse | null | undefined;

export async function readPulse(): Promise<Pulse | null> {
  if (known === undefined) known = parsePulse((await browser.storage.local.get(KEY))[KEY]);
  return known;
}

function parsePulse(stored: unknown): Pulse | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { entryId, at, latest } = stored as Partial<Pulse>;
  return typeof entryId === 'string' && typeof at === 'number' && typeof latest === 'number'
    ? { entryId, at, latest }
    : null;
}

export function writePulse(pulse: Pulse): Promise<void> {
  known = pulse;
  return browser.storage.local.set({ [KEY]: pulse });
}

/** Whether a worker of this browser session has already looked at both copies. */
export const sessionIsKnown = async (): Promise<boolean> =>
  (await browser.storage.session.get(SESSION_KEY))[SESSION_KEY] === true;

export const rememberSession = (): Promise<void> => browser.storage.session.set({ [SESSION_KEY]: true });
