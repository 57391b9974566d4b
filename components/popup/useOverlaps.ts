import { useEffect, useState } from 'preact/hooks';
import type { Id, Instant } from '../../lib/domain/entry.ts';
import type { Overlap } from '../../lib/domain/overlap.ts';
import { isRefused } from '../../lib/messaging/answers.ts';
import type { PopupActions } from './types.ts';

/** Values change with every key: the worker is asked when they have rested so long. Milliseconds. */
const REST = 150;

/**
 * Other entries that share time with a span; asked anew when it changes.
 * @param start null: nothing to ask
 */
export function useOverlaps(
  actions: PopupActions,
  start: Instant | null,
  end: Instant | null,
  except: Id,
): readonly Overlap[] {
  const [overlaps, setOverlaps] = useState<readonly Overlap[]>([]);
  useEffect(() => {
    if (start === null || end === null || end <= start) return setOverlaps([]);
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await actions.send({ type: 'entry.overlaps', start, end, except });
      if (current && !isRefused(answer)) setOverlaps(answer.overlaps);
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [start, end, except]);
  return overlaps;
}
