/** The Web Lock under which everything is written, by the worker and by a page that imports. */
export const JOURNAL_LOCK = 'journal';
