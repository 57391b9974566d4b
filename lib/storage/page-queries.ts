import { browser } from '../platform/browser.ts';
import { HEADER_KEY } from './copy/watch.ts';
import { openDatabaseToRead } from './database.ts';
import { makeLate } from './make-late.ts';
import type { JournalQueries } from './queries.ts';
import { JournalReader } from './reader.ts';

/**
 * What the larger pages show, read from the database; they watch the second copy's header, which every commit rewrites.
 * The database is opened at once, beside the code that will draw what is read.
 */
export function pageQueries(): JournalQueries {
  const database = openDatabaseToRead(makeLate);
  return {
    read: (body) => database.transact((tx) => body(new JournalReader(tx))),
    watch(changed) {
      const listener = (changes: Record<string, unknown>, area: string): void => {
        if (area === 'local' && HEADER_KEY in changes) changed();
      };
      browser.storage.onChanged.addListener(listener);
      return () => browser.storage.onChanged.removeListener(listener);
    },
  };
}
