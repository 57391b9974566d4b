import { useEffect, useState } from 'preact/hooks';
import type { Instant } from '../../lib/domain/entry.ts';

const MINUTE = 60_000;

/**
 * The time now, anew at each whole minute since an instant, and not while the page is hidden.
 * @param since the epoch for the minutes of the clock; the start of the timer for its minutes
 */
export function useMinute(now: () => Instant, since: Instant = 0): Instant {
  const [at, setAt] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const current = now();
      setAt(current);
      if (!document.hidden) timer = setTimeout(tick, MINUTE - ((((current - since) % MINUTE) + MINUTE) % MINUTE));
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
