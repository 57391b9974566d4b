import { withLock } from '../platform/lock.ts';
import { localCopy } from './copy/copy.ts';
import { postNotice } from './copy/notice-board.ts';
import { openDatabase } from './database.ts';
import { Journal } from './journal.ts';
import { JOURNAL_LOCK } from './journal-lock.ts';
import { makeLate } from './make-late.ts';

/** The journal of this browser; every context that opens it takes the same lock. */
export const openJournal = (): Journal =>
  new Journal({
    database: openDatabase(makeLate),
    copy: localCopy,
    lock: (body) => withLock(JOURNAL_LOCK, body),
    onNotice: (notice) => void postNotice(notice),
  });
