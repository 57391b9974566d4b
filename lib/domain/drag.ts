import type { DaySpan } from './day-layout.ts';

/** What is done to a block: it is moved as a whole, or by one of its edges. */
export type Grip = 'move' | 'start' | 'end';

export const snapped = (ms: number, step: number): number => Math.round(ms / step) * step;

/**
 * Where a stretch of a day comes to when it is dragged.
 * @param by how far, milliseconds
 * @param step the edge that moves comes to rest on a multiple of it since the day began; also the least that is left
 * @param limit length of the day: a start stays on it, an end may pass it only when the whole is moved
 */
export const dragged = ({ from, to }: DaySpan, grip: Grip, by: number, step: number, limit: number): DaySpan => {
  const within = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);
  if (grip === 'start') return { from: within(snapped(from + by, step), Math.min(0, from), to - step), to };
  if (grip === 'end') return { from, to: within(snapped(to + by, step), from + step, Math.max(limit, to)) };
  const start = within(snapped(from + by, step), 0, limit - step);
  return { from: start, to: start + to - from };
};

/** A stretch drawn over empty time, from where the pointer went down to where it is: whole steps, at least one. */
export const drawn = (a: number, b: number, step: number, limit: number): DaySpan => {
  const from = Math.min(Math.max(0, Math.floor(Math.min(a, b) / step) * step), limit - step);
  const to = Math.min(limit, Math.ceil(Math.max(a, b) / step) * step);
  return { from, to: Math.max(to, from + step) };
};
