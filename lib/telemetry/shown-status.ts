import { browser } from '../platform/browser.ts';
import { parseStatus, STATUS_KEY, type TelemetryStatus } from './display.ts';

export type { TelemetryStatus };

/** The small value the popup's footer shows: no database is opened for it, and nothing is decided by it. */
export const shownStatus = {
  read: async (): Promise<TelemetryStatus> => parseStatus((await browser.storage.local.get(STATUS_KEY))[STATUS_KEY]),
  /** Calls back when it changed. @returns what ends it */
  watch(changed: () => void): () => void {
    const listener = (changes: Record<string, unknown>, area: string): void => {
      if (area === 'local' && STATUS_KEY in changes) changed();
    };
    browser.storage.onChanged.addListener(listener);
    return () => browser.storage.onChanged.removeListener(listener);
  },
};
