import { useEffect, useState } from 'preact/hooks';
import type { Queries, Recently } from '../../lib/storage/queries.ts';

/** What the popup shows, kept up to date; null while it is loading. */
export function useRecently(queries: Queries): Recently | null {
  const [shown, setShown] = useState<Recently | null>(null);
  useEffect(() => {
    let asked = 0;
    let answered = 0;
    const read = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const next = await queries.recently();
      if (next === null || mine < answered) return; // a later read has answered already
      answered = mine;
      setShown(next);
    };
    void read();
    const stop = queries.watch(() => void read());
    return () => {
      answered = Number.POSITIVE_INFINITY;
      stop();
    };
  }, [queries]);
  return shown;
}
