import { useEffect, useRef, useState } from 'preact/hooks';
import type { Id, Instant } from '../../lib/domain/entry.ts';
import type { Overlap } from '../../lib/domain/overlap.ts';
import { isRefused } from '../../lib/messaging/answers.ts';
import type { PopupActions } from './types.ts';

/** Values change with every key: the worker is asked when they have rested so long. Milliseconds. */
const REST = 150;

export interface Overlapping {
  readonly overlaps: readonly Overlap[];
  /** Asks at once, without waiting for a rest. @returns whether something shares the time that was not shown yet */
  readonly look: () => Promise<boolean>;
}

/**
 * Other entries that share time with a span; asked anew when it changes.
 * @param start null: nothing to ask
 * @param except null: the span belongs to no entry yet
 */
export function useOverlaps(
  actions: PopupActions,
  start: Instant | null,
  end: Instant | null,
  except: Id | null,
): Overlapping {
  const [overlaps, setOverlaps] = useState<readonly Overlap[]>([]);
  const shown = useRef('');
  const span = `${start} ${end}`;
  const show = (found: readonly Overlap[]) => {
    shown.current = span;
    setOverlaps(found);
  };
  const ask = async (): Promise<readonly Overlap[]> => {
    if (start === null || end === null || end <= start) return [];
    const answer = await actions.send({ type: 'entry.overlaps', start, end, except });
    return isRefused(answer) ? [] : answer.overlaps;
  };
  const look = async (): Promise<boolean> => {
    if (shown.current === span) return false;
    const found = await ask();
    show(found);
    return found.length > 0;
  };
  useEffect(() => {
    if (start === null || end === null || end <= start) return setOverlaps([]);
    let current = true;
    const timer = setTimeout(async () => {
      const found = await ask();
      if (current) show(found);
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [start, end, except]);
  return { overlaps, look };
}
