import { withLock } from '../platform/lock.ts';
import { localCopy } from '../storage/copy/copy.ts';
import { postNotice } from '../storage/copy/notice-board.ts';
import { openDatabase } from '../storage/database.ts';
import { Journal } from '../storage/journal.ts';
import { JOURNAL_LOCK } from '../storage/journal-lock.ts';
import { makeLate } from '../storage/make-late.ts';

let journal: Journal | null = null;

/**
 * The journal written by this page: only for what is too much for a message to the worker. It takes the same lock, so the
 * worker's commands come before or after. The page has to stay open; if it does not, nothing was written.
 */
export function pageJournal(): Journal {
  journal ??= new Journal({
    database: openDatabase(makeLate),
    copy: localCopy,
    lock: (body) => withLock(JOURNAL_LOCK, body),
    onNotice: (notice) => void postNotice(notice),
  });
  return journal;
}
