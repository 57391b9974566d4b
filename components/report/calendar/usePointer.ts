import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { DaySpan } from '../../../lib/domain/day-layout.ts';
import { dragged, drawn } from '../../../lib/domain/drag.ts';
import type { Day } from '../../../lib/domain/entry.ts';
import { scrollAtEdges } from './edge-scroll.ts';
import { columnAt, msAt, type Pressed, pressedBy } from './pressed.ts';
import type { DrawnDay } from './useCalendar.ts';
import type { Handling } from './useHandling.ts';

/** Pixels that a pointer may shake before a press becomes a drag. */
const SHAKE = 4;
const FINGER_SHAKE = 10;
/** How long a finger must rest before it drags instead of scrolling. Milliseconds. */
const HOLD = 400;
const HALF_HOUR = 1_800_000;

/** A stretch being drawn over empty time. */
export interface Drawing {
  readonly day: Day;
  readonly span: DaySpan;
}

interface Source {
  readonly days: readonly DrawnDay[];
  readonly scale: number;
  readonly step: number;
  readonly handling: Handling;
  readonly onDrawn: (drawing: Drawing) => void;
}

/**
 * Moves and resizes blocks and draws new ones over empty time. A finger scrolls and taps as everywhere; what it has rested on
 * for a moment goes with it.
 */
export function usePointer(source: Source) {
  const latest = useRef(source);
  latest.current = source;
  const pressed = useRef<Pressed | null>(null);
  const pointer = useRef({ x: 0, y: 0 });
  const dragging = useRef(false);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const drawnNow = useRef<Drawing | null>(null);
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  const draw = (next: Drawing | null) => {
    drawnNow.current = next;
    setDrawing(next);
  };
  const follow = () => {
    const from = pressed.current;
    const { x, y } = pointer.current;
    const column = columnAt(x);
    if (!from || !column) return;
    const { days, scale, step, handling } = latest.current;
    const at = msAt(y, column, scale);
    if (!from.piece) return draw({ day: from.day.day, span: drawn(from.at, at, step, from.day.length) });
    const over = from.grip === 'move' ? (days.find(({ day }) => day === column.dataset['day']) ?? from.day) : from.day;
    const span = dragged(from.piece, from.grip, at - from.at, step, over.length);
    handling.put({ piece: from.piece, from: from.day.day, day: over.day, grip: from.grip, span });
  };
  const begin = (from: Pressed, signal: AbortSignal) => {
    dragging.current = true;
    const box = document.querySelector('.cal-scroll');
    if (box)
      signal.addEventListener(
        'abort',
        scrollAtEdges(box, from, () => pointer.current, follow),
      );
  };
  /** The finger has rested: what goes with it from now on shows. */
  const held = (from: Pressed, signal: AbortSignal) => {
    begin(from, signal);
    if (from.piece) return follow();
    const { step } = latest.current;
    draw({ day: from.day.day, span: drawn(from.at, from.at + HALF_HOUR - step, step, from.day.length) });
  };
  const end = (keep: boolean, isUp: boolean) => {
    stop.current();
    stop.current = () => {};
    pressed.current = null;
    const drawnLast = drawnNow.current;
    draw(null);
    if (!dragging.current) return;
    // The click that follows a drag is not one, also when it was given up before the button was let go.
    const over = () =>
      setTimeout(() => {
        dragging.current = false;
      });
    if (isUp) over();
    else addEventListener('pointerup', over, { once: true });
    const { handling, onDrawn } = latest.current;
    if (!keep) return handling.put(null);
    if (drawnLast) onDrawn(drawnLast);
    else handling.settle();
  };
  const move = (from: Pressed, signal: AbortSignal) => {
    const { x, y } = pointer.current;
    if (!dragging.current) {
      const far = Math.hypot(x - from.x, y - from.y);
      // A finger that moves before it has rested scrolls.
      if (from.byFinger) return far < FINGER_SHAKE ? undefined : end(false, true);
      if (far < SHAKE) return;
      begin(from, signal);
    }
    follow();
  };

  const onPointerDown = (event: PointerEvent) => {
    const from = pressedBy(event, latest.current.days, latest.current.scale);
    if (!from || pressed.current) return;
    pressed.current = from;
    pointer.current = from;
    const over = new AbortController();
    const { signal } = over;
    const hold = from.byFinger ? setTimeout(() => held(from, signal), HOLD) : undefined;
    stop.current = () => {
      clearTimeout(hold);
      over.abort();
    };
    const on = (type: 'pointermove' | 'pointerup' | 'pointercancel', does: (seen: PointerEvent) => void) =>
      addEventListener(type, (seen: PointerEvent) => seen.pointerId === event.pointerId && does(seen), { signal });
    on('pointermove', ({ clientX: x, clientY: y }) => {
      pointer.current = { x, y };
      move(from, signal);
    });
    on('pointerup', () => end(true, true));
    on('pointercancel', () => end(false, true));
    addEventListener('keydown', (pressedKey: KeyboardEvent) => pressedKey.key === 'Escape' && end(false, false), {
      signal,
    });
  };
  return { surface: useSurface(onPointerDown, () => dragging.current), drawing };
}

/** While something is dragged the page below it does not scroll, no menu opens and nothing is clicked. */
function useSurface(onPointerDown: (event: PointerEvent) => void, isDragging: () => boolean) {
  const surface = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = surface.current;
    if (!element) return;
    const notWhileDragging = (event: Event) => {
      if (!isDragging()) return;
      event.preventDefault();
      event.stopPropagation();
    };
    element.addEventListener('pointerdown', onPointerDown);
    element.addEventListener('touchmove', notWhileDragging, { passive: false });
    element.addEventListener('contextmenu', notWhileDragging);
    element.addEventListener('click', notWhileDragging, { capture: true });
    element.addEventListener('pointerover', ({ pointerType }) =>
      element.classList.toggle('pen', pointerType === 'pen'),
    );
  }, []);
  return surface;
}
