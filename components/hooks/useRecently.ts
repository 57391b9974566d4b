import { useEffect, useState } from 'preact/hooks';
import type { Queries, Recently } from '../../lib/storage/queries.ts';

/** Milliseconds between two looks while nothing is there yet: word of the very first write can be missed. */
const LOOK_AGAIN = 250;

/** Milliseconds; what was shown first is painted by then. */
const READ_ALL_AFTER = 50;

/**
 * What the popup shows, kept up to date; null while it is loading.
 * @param first what is known already; all of it is read when that has been painted
 */
export function useRecently(queries: Queries, first: Recently | null): Recently | null {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    let asked = 0;
    let answered = 0;
    let again: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      asked += 1;
      const mine = asked;
      const next = await queries.recently();
      if (mine < answered) return; // a later read has answered already
      clearTimeout(again);
      if (next === null) {
        again = setTimeout(() => void read(), LOOK_AGAIN);
        return;
      }
      answered = mine;
      setShown(next);
    };
    if (first) again = setTimeout(() => void read(), READ_ALL_AFTER);
    else void read();
    const stop = queries.watch(() => void read());
    return () => {
      answered = Number.POSITIVE_INFINITY;
      clearTimeout(again);
      stop();
    };
  }, [queries]);
  return shown;
}
