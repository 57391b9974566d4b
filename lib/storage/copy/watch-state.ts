import type { Instant } from '../../domain/entry.ts';
import { browser } from '../../platform/browser.ts';

/** What the watch for due times remembers between two lives of the worker. */
export interface WatchState {
  /** Since when nothing runs; null while something does. */
  readonly noneSince: Instant | null;
  /** Whatever was due up to here has been done. */
  readonly handled: Instant;
}

const KEY = 'watch';

export async function readWatchState(): Promise<WatchState | null> {
  const stored = (await browser.storage.local.get(KEY))[KEY] as Partial<WatchState> | undefined;
  if (typeof stored?.handled !== 'number') return null;
  return { noneSince: typeof stored.noneSince === 'number' ? stored.noneSince : null, handled: stored.handled };
}

export const writeWatchState = (state: WatchState): Promise<void> => browser.storage.local.set({ [KEY]: state });
