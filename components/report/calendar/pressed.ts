import type { DayPiece } from '../../../lib/domain/day-layout.ts';
import type { Grip } from '../../../lib/domain/drag.ts';
import { hasGrip } from './handling.ts';
import type { DrawnDay } from './useCalendar.ts';

/** Pixels that an edge can be gripped by. */
const EDGE = 7;
const FINGER_EDGE = 16;
const MINUTE = 60_000;

/** Where a pointer went down, and on what. */
export interface Pressed {
  readonly x: number;
  readonly y: number;
  readonly day: DrawnDay;
  /** Where on the day, in milliseconds. */
  readonly at: number;
  /** Null: empty time. */
  readonly piece: DayPiece | null;
  readonly grip: Grip;
  readonly byFinger: boolean;
}

/** Where on its day a height of the window is, in milliseconds. */
export const msAt = (y: number, column: HTMLElement, scale: number): number =>
  ((y - column.getBoundingClientRect().top) / scale) * MINUTE;

/** The column that a pointer is over, or the nearest one beside it. */
export function columnAt(x: number): HTMLElement | null {
  const columns = [...document.querySelectorAll<HTMLElement>('[data-day]')];
  const away = (column: HTMLElement) => {
    const { left, right } = column.getBoundingClientRect();
    return Math.max(left - x, x - right, 0);
  };
  return columns.toSorted((a, b) => away(a) - away(b))[0] ?? null;
}

function gripAt(event: PointerEvent, block: Element, piece: DayPiece): Grip {
  const { top, bottom } = block.getBoundingClientRect();
  const finger = event.pointerType === 'touch';
  const edge = finger ? FINGER_EDGE : EDGE;
  const tall = bottom - top >= 4 * edge;
  if (tall && event.clientY - top < edge && hasGrip(piece, 'start')) return 'start';
  return (tall || !finger) && event.clientY > bottom - edge && hasGrip(piece, 'end') ? 'end' : 'move';
}

/** What a press is on: a block, or empty time; null where nothing can be dragged or drawn. */
export function pressedBy(event: PointerEvent, days: readonly DrawnDay[], scale: number): Pressed | null {
  const target = event.target instanceof Element ? event.target : null;
  const column = target?.closest<HTMLElement>('[data-day]');
  const day = days.find((one) => one.day === column?.dataset['day']);
  if (event.button !== 0 || !event.isPrimary || !target || !column || !day) return null;
  const block = target.closest('[data-entry]');
  if (!block && target.closest('button') && !target.closest('.gap')) return null;
  const id = block?.getAttribute('data-entry');
  const piece = day.pieces.find(({ entry }) => entry.id === id) ?? null;
  const grip = block && piece ? gripAt(event, block, piece) : 'move';
  if (piece && !hasGrip(piece, grip)) return null;
  const at = msAt(event.clientY, column, scale);
  return { x: event.clientX, y: event.clientY, day, at, piece, grip, byFinger: event.pointerType === 'touch' };
}
