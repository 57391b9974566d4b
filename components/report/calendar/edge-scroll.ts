/** Pixels from an edge in which a drag scrolls, and how many a second at the most. */
const ZONE = 40;
const FASTEST = 900;

interface Point {
  readonly x: number;
  readonly y: number;
}

/**
 * Pixels a second that a box scrolls while a drag is at its edge or beyond, the faster the further; negative: back.
 * @param began where the drag began: what is gripped beside an edge stays until it is carried towards it
 */
export function edgeSpeed(at: number, began: number, from: number, to: number): number {
  const back = at < began ? Math.max(0, from + ZONE - at) : 0;
  const on = at > began ? Math.max(0, at - to + ZONE) : 0;
  return Math.min(1, Math.max(-1, (on - back) / ZONE)) * FASTEST;
}

/** At least a pixel, which is the least that every browser scrolls. */
const whole = (pixels: number): number => Math.trunc(pixels) || Math.sign(pixels);

/** What of a box is in sight, below the heads that stay when it is scrolled. */
function inSight(box: Element) {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  const heads = box.querySelector('.day-heads')?.getBoundingClientRect().bottom ?? top;
  return { left, right, top: Math.max(0, top, heads), bottom: Math.min(bottom, innerHeight) };
}

/**
 * Scrolls a box for as long as a drag is at one of its edges.
 * @param pointer where it is by now
 * @returns ends it
 */
export function scrollAtEdges(box: Element, began: Point, pointer: () => Point, onScrolled: () => void): () => void {
  let last: number | null = null;
  const step = (time: number) => {
    const seconds = (time - (last ?? time)) / 1000;
    last = time;
    const { x, y } = pointer();
    const seen = inSight(box);
    const left = whole(edgeSpeed(x, began.x, seen.left, seen.right) * seconds);
    const top = whole(edgeSpeed(y, began.y, seen.top, seen.bottom) * seconds);
    if (left !== 0 || top !== 0) {
      box.scrollBy({ left, top, behavior: 'instant' });
      onScrolled();
    }
    frame = requestAnimationFrame(step);
  };
  let frame = requestAnimationFrame(step);
  return () => cancelAnimationFrame(frame);
}
