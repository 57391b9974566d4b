import { browser } from '../../platform/browser.ts';
import { NOTICE_KEY } from './notice-board.ts';

export const HEADER_KEY = 'header';

/** Calls back after every commit, and when a sentence waits for the person. @returns how to stop watching */
export function watchCopy(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>, area: string): void => {
    if (area === 'local' && (HEADER_KEY in changes || NOTICE_KEY in changes)) changed();
  };
  browser.storage.onChanged.addListener(listener);
  return () => browser.storage.onChanged.removeListener(listener);
}
