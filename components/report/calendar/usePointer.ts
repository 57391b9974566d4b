import { useEffect, useRef, useState } from 'preact/hooks';
import type { DayPiece, DaySpan } from '../../../lib/domain/day-layout.ts';
import { dragged, drawn, type Grip } from '../../../lib/domain/drag.ts';
import type { Day } from '../../../lib/domain/entry.ts';
import { hasGrip } from './handling.ts';
import type { DrawnDay } from './useCalendar.ts';
import type { Handling } from './useHandling.ts';

/** Pixels that a pointer may shake before a press becomes a drag, and that an edge can be gripped by. */
const SHAKE = 4;
const EDGE = 7;
const MINUTE = 60_000;

/** A stretch being drawn over empty time. */
export interface Drawing {
  readonly day: Day;
  readonly span: DaySpan;
}

interface Pressed {
  readonly x: number;
  readonly y: number;
  readonly day: DrawnDay;
  /** Where on the day, in milliseconds. */
  readonly at: number;
  readonly piece: DayPiece | null;
  readonly grip: Grip;
}

interface Source {
  readonly days: readonly DrawnDay[];
  readonly scale: number;
  readonly step: number;
  readonly handling: Handling;
  readonly onDrawn: (drawing: Drawing) => void;
}

/** The column that a pointer is over, or the nearest one beside it. */
function columnAt(x: number): HTMLElement | null {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-day]')];
  const away = (column: HTMLElement) => {
    const { left, right } = column.getBoundingClientRect();
    return Math.max(left - x, x - right, 0);
  };
  return columns.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

function gripAt(event: PointerEvent, block: Element, piece: DayPiece): Grip {
  const { top, bottom } = block.getBoundingClientRect();
  const tall = bottom - top >= 4 * EDGE;
  if (tall && event.clientY - top < EDGE && hasGrip(piece, 'start')) return 'start';
  return event.clientY > bottom - EDGE && hasGrip(piece, 'end') ? 'end' : 'move';
}

/** Mouse and pen: moves and resizes blocks and draws new ones over empty time. A finger scrolls, and taps to open the form. */
export function usePointer(source: Source) {
  const { scale, handling } = source;
  const latest = useRef(source);
  latest.current = source;
  const pressed = useRef<Pressed | null>(null);
  const dragging = useRef(false);
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const drawnNow = useRef<Drawing | null>(null);
  const stop = useRef(() => {});
  useEffect(() => () => stop.current(), []);

  const msAt = (y: number, column: HTMLElement) => ((y - column.getBoundingClientRect().top) / scale) * MINUTE;
  const draw = (next: Drawing | null) => {
    drawnNow.current = next;
    setDrawing(next);
  };

  const move = (event: PointerEvent) => {
    const from = pressed.current;
    const column = columnAt(event.clientX);
    if (!from || !column) return;
    if (!dragging.current && Math.hypot(event.clientX - from.x, event.clientY - from.y) < SHAKE) return;
    dragging.current = true;
    const { days, step } = latest.current;
    const at = msAt(event.clientY, column);
    if (!from.piece) return draw({ day: from.day.day, span: drawn(from.at, at, step, from.day.length) });
    const over = from.grip === 'move' ? (days.find(({ day }) => day === column.dataset['day']) ?? from.day) : from.day;
    const span = dragged(from.piece, from.grip, at - from.at, step, over.length);
    handling.put({ piece: from.piece, from: from.day.day, day: over.day, grip: from.grip, span });
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
    if (!keep) return handling.put(null);
    if (drawnLast) latest.current.onDrawn(drawnLast);
    else handling.settle();
  };

  const onPointerDown = (event: PointerEvent) => {
    const target = event.target instanceof Element ? event.target : null;
    const column = target?.closest<HTMLElement>('[data-day]');
    const day = source.days.find((one) => one.day === column?.dataset['day']);
    if (event.button !== 0 || event.pointerType === 'touch' || !target || !column || !day) return;
    const block = target.closest('[data-entry]');
    if (!block && target.closest('button') && !target.closest('.gap')) return;
    const id = block?.getAttribute('data-entry');
    const piece = day.pieces.find(({ entry }) => entry.id === id) ?? null;
    const grip = block && piece ? gripAt(event, block, piece) : 'move';
    if (piece && !hasGrip(piece, grip)) return;
    pressed.current = { x: event.clientX, y: event.clientY, day, at: msAt(event.clientY, column), piece, grip };
    const up = () => end(true, true);
    const cancel = () => end(false, true);
    const key = (pressedKey: KeyboardEvent) => pressedKey.key === 'Escape' && end(false, false);
    const blurred = new AbortController();
    const { signal } = blurred;
    addEventListener('pointermove', move, { signal });
    addEventListener('pointerup', up, { signal });
    addEventListener('pointercancel', cancel, { signal });
    addEventListener('keydown', key, { signal });
    stop.current = () => blurred.abort();
  };
  return { onPointerDown, drawing, isDragging: () => dragging.current };
}
