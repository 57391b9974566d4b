import type { Journal } from '../storage/journal.ts';
import { openJournal } from '../storage/open-journal.ts';

let journal: Journal | null = null;

/**
 * The journal written by this page: only for what is too much for a message to the worker. It takes the same lock, so the
 * worker's commands come before or after. The page has to stay open; if it does not, nothing was written.
 */
export function pageJournal(): Journal {
  journal ??= openJournal();
  return journal;
}
