import { browser } from '../../platform/browser.ts';

/** When the person last kept a backup outside the browser, milliseconds. For display and the reminder only. */
export const LAST_BACKUP_KEY = 'backup';

export async function lastBackup(): Promise<number | null> {
  const stored = (await browser.storage.local.get(LAST_BACKUP_KEY))[LAST_BACKUP_KEY];
  return typeof stored === 'number' ? stored : null;
}

export const noteBackup = (at: number): Promise<void> => browser.storage.local.set({ [LAST_BACKUP_KEY]: at });
