import { useEffect, useState } from 'preact/hooks';
import type { Queries, Recently } from '../../lib/storage/queries.ts';

/** What the popup shows, kept up to date; null while it is loading. */
export function useRecently(queries: Queries): Recently | null {
  const [shown, setShown] = useState<Recently | null>(null);
  useEffect(() => {
    let current = true;
    const read = async (): Promise<void> => {
      const next = await queries.recently();
      if (current && next) setShown(next);
    };
    void read();
    const stop = queries.watch(() => void read());
    return () => {
      current = false;
      stop();
    };
  }, [queries]);
  return shown;
}
