import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** Rows above and below those in sight that are drawn too, so that quick scrolling shows no gap. */
const SPARE = 12;
/** Up to so many rows all are drawn. */
const ALL = 100;

export interface WindowOfRows {
  readonly first: number;
  /** One past the last. */
  readonly end: number;
  /** Pixels. */
  readonly above: number;
  readonly below: number;
}

/** Which of many rows of the same height are drawn: those in sight in the scrolling element, with some to spare. */
export function useWindow(scroller: RefObject<HTMLElement | null>, count: number, rowHeight: number): WindowOfRows {
  const [sight, setSight] = useState({ top: 0, height: 600 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const look = () => setSight({ top: element.scrollTop, height: element.clientHeight });
    look();
    element.addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      element.removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [count > ALL]);
  if (count <= ALL) return { first: 0, end: count, above: 0, below: 0 };
  const first = Math.min(Math.max(0, Math.floor(sight.top / rowHeight) - SPARE), count);
  const end = Math.min(count, Math.ceil((sight.top + sight.height) / rowHeight) + SPARE);
  return { first, end, above: first * rowHeight, below: (count - end) * rowHeight };
}
