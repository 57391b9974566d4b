import { createContext } from 'preact';
import { useContext, useLayoutEffect, useState } from 'preact/hooks';
import type { JournalQueries } from '../../lib/storage/queries.ts';
import type { JournalReader } from '../../lib/storage/reader.ts';

export type { JournalReader };

/** Where the larger pages read; given by the page's entrypoint. */
export const JournalContext = createContext<JournalQueries | null>(null);

export function useJournalQueries(): JournalQueries {
  const queries = useContext(JournalContext);
  if (!queries) throw new Error('the page gives no JournalContext');
  return queries;
}

/**
 * What `body` reads of the journal, kept up to date after every commit; null while it is loading.
 * @param inputs what `body` depends on; while it is read anew for others, the last answer stands
 */
export function useJournal<T>(body: (reader: JournalReader) => Promise<T>, inputs: readonly unknown[]): T | null {
  const queries = useJournalQueries();
  const [shown, setShown] = useState<{ readonly value: T } | null>(null);
  // Reading begins with the first draw and not a frame after it: what it brings is what the person waits for.
  useLayoutEffect(() => {
    let asked = 0;
    let answered = 0;
    const read = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const value = await queries.read(body);
      if (mine < answered) return; // a later read has answered already
      answered = mine;
      setShown({ value });
    };
    void read();
    const stop = queries.watch(() => void read());
    return () => {
      answered = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [queries, ...inputs]);
  return shown === null ? null : shown.value;
}
