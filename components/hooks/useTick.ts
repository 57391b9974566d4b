import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../lib/domain/entry.ts';

/**
 * The time now, anew at each whole step since an instant, and not while the page is hidden.
 * @param since null: time stands still
 * @param step milliseconds
 */
export function useTick(now: () => Instant, since: Instant | null, step: number): Instant {
  const [at, setAt] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const current = now();
      setAt(current);
      if (since === null || document.hidden) return;
      // Aimed at the next whole step each time, so that lateness does not add up.
      timer = setTimeout(tick, step - ((((current - since) % step) + step) % step));
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
