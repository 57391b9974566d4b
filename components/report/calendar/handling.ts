import { startOfDay } from '../../../lib/domain/civil.ts';
import type { DayPiece, DaySpan } from '../../../lib/domain/day-layout.ts';
import type { Grip } from '../../../lib/domain/drag.ts';
import type { Day, Instant } from '../../../lib/domain/entry.ts';

/** A piece that is being moved or resized, and where it is by now. */
export interface Handled {
  readonly piece: DayPiece;
  /** The day it comes from, and the one it is over. */
  readonly from: Day;
  readonly day: Day;
  readonly grip: Grip;
  readonly span: DaySpan;
}

/** The grips that a piece has: what runs has no end yet, and a part of an entry has only its own edges. */
export const hasGrip = ({ entry, begins, ends }: DayPiece, grip: Grip): boolean =>
  grip === 'start' ? begins : grip === 'end' ? ends : entry.end !== null;

/** What becomes of the entry: its piece moves by the clock of its own zone, and the rest of it along. */
export function spanAfter({ piece, from, day, grip, span }: Handled): {
  readonly start: Instant;
  readonly end: Instant | null;
} {
  const { start, end, zone } = piece.entry;
  const days = startOfDay(day, zone) - startOfDay(from, zone);
  const movesStart = grip !== 'end' ? span.from - piece.from + days : 0;
  if (grip === 'start') return { start: start + movesStart, end };
  if (grip === 'end') return { start, end: end === null ? null : end + span.to - piece.to };
  return { start: start + movesStart, end: end === null ? null : end + movesStart };
}

export const isMoved = (handled: Handled): boolean => {
  const after = spanAfter(handled);
  return after.start !== handled.piece.entry.start || after.end !== handled.piece.entry.end;
};
