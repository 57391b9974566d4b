import { browser } from '../../platform/browser.ts';
import { LAST_BACKUP_KEY } from './last-backup.ts';
import { NOTICE_KEY } from './notice-board.ts';

/** What stands beside the copy and tells of a person's days: signs of life, absences, the last backup. */
const KEYS = [NOTICE_KEY, LAST_BACKUP_KEY, 'alive', 'watch', 'absence'];

/** When everything is erased. Never the whole storage area: the receipt of a withdrawn consent has to stay. */
export const forgetTraces = (): Promise<void> => browser.storage.local.remove([...KEYS]);
