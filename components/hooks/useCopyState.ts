import { useEffect, useState } from 'preact/hooks';
import type { CopyState } from '../../lib/transfer/index.ts';
import { transfer } from './transfer.ts';
import { useJournalQueries } from './useJournal.ts';

export type { CopyState, Findings } from '../../lib/transfer/index.ts';

const AGAIN = 1000;

/** How far the second copy is, kept up to date while it follows. */
export function useCopyState(): CopyState | null {
  const queries = useJournalQueries();
  const [copy, setCopy] = useState<CopyState | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let gone = false;
    const look = async () => {
      const found = await (await transfer.read()).copyState(queries);
      if (gone) return;
      setCopy(found);
      clearTimeout(timer);
      timer = found.state === 'following' ? setTimeout(() => void look(), AGAIN) : undefined;
    };
    void look();
    // while it follows, every slice is a change, and looking takes as long as some of them
    const stop = queries.watch(() => timer === undefined && void look());
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [queries]);
  return copy;
}
