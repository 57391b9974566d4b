import { browser } from '../../platform/browser.ts';
import type { Notice } from '../notice.ts';

/** Where a sentence waits for the person to read it. For display only: nothing is decided by it. */
export const NOTICE_KEY = 'notice';

export function parseNotice(stored: unknown): Notice | null {
  if (typeof stored !== 'object' || stored === null || !('code' in stored) || !('substitutions' in stored)) return null;
  return stored as Notice;
}

export const postNotice = (notice: Notice): Promise<void> => browser.storage.local.set({ [NOTICE_KEY]: notice });
export const removeNotice = (): Promise<void> => browser.storage.local.remove(NOTICE_KEY);
