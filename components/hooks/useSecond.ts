import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../lib/domain/entry.ts';

/**
 * The time now, anew at each whole second since an instant, and not while the page is hidden.
 * @param since null: time stands still
 */
export function useSecond(now: () => Instant, since: Instant | null): Instant {
  const [at, setAt] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const current = now();
      setAt(current);
      if (since === null || document.hidden) return;
      // Aimed at the next whole second each time, so that lateness does not add up.
      timer = setTimeout(tick, 1000 - ((((current - since) % 1000) + 1000) % 1000));
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [since, now]);
  return at;
}
