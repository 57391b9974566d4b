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
      if (found.state === 'following') timer = setTimeout(() => void look(), AGAIN);
    };
    void look();
    const stop = queries.watch(() => void look());
    return () => {
      gone = true;
      clearTimeout(timer);
      stop();
    };
  }, [queries]);
  return copy;
}
