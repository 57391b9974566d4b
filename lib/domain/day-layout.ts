import type { Day, Instant, RunningEntry, TimeEntry } from './entry.ts';
import { gapsIn } from './gaps.ts';
import { spanOfDay } from './placement.ts';

/** A stretch of a day, in milliseconds since the day began. */
export interface DaySpan {
  readonly from: number;
  readonly to: number;
}

/** What of an entry is drawn on a day, by the clock of the entry's own zone. */
export interface DayPiece extends DaySpan {
  readonly entry: TimeEntry | RunningEntry;
  /** Whether the entry begins on this day, and ends on it; what runs never ends. */
  readonly begins: boolean;
  readonly ends: boolean;
}

/** A piece with its place beside those it shares time with. */
export interface Block extends DayPiece {
  /** From 0. */
  readonly lane: number;
  /** How many stand side by side here, at most {@link LANES}. */
  readonly lanes: number;
}

/** Pieces for which there is no room beside the others. */
export interface Crowd extends DaySpan {
  readonly pieces: readonly DayPiece[];
}

export interface DayLayout {
  readonly blocks: readonly Block[];
  readonly crowds: readonly Crowd[];
}

/** So many stand side by side; of more only a number is shown. */
export const LANES = 3;

/** The pieces of entries that fall on a day, by start; each entry's day is counted in its own zone. */
export const piecesOn = (
  day: Day,
  entries: readonly TimeEntry[],
  running: RunningEntry | null,
  now: Instant,
): DayPiece[] => {
  const all = [...entries, ...(running ? [running] : [])];
  const pieces = all.flatMap((entry): DayPiece[] => {
    const until = entry.end ?? Math.max(now, entry.start);
    const whole = spanOfDay(day, entry.zone);
    const begins = entry.start >= whole.start && entry.start < whole.end;
    if (!begins && (entry.start >= whole.end || until <= whole.start)) return [];
    const from = Math.max(entry.start, whole.start) - whole.start;
    const to = Math.min(until, whole.end) - whole.start;
    return [{ entry, from, to, begins, ends: entry.end !== null && until <= whole.end }];
  });
  return pieces.sort((a, b) => a.from - b.from || b.to - a.to);
};

/** Runs of pieces that hang together by shared time. */
const clusters = (pieces: readonly DayPiece[], least: number): DayPiece[][] => {
  const found: DayPiece[][] = [];
  let until = Number.NEGATIVE_INFINITY;
  for (const piece of pieces) {
    const last = found.at(-1);
    if (last && piece.from < until) last.push(piece);
    else found.push([piece]);
    until = Math.max(until, piece.to, piece.from + least);
  }
  return found;
};

const arrange = (cluster: readonly DayPiece[], least: number): DayLayout => {
  const free: number[] = [];
  const placed: { piece: DayPiece; lane: number }[] = [];
  const crowded: DayPiece[] = [];
  for (const piece of cluster) {
    const known = free.findIndex((end) => end <= piece.from);
    const lane = known === -1 ? free.length : known;
    if (lane === LANES) {
      crowded.push(piece);
      continue;
    }
    free[lane] = Math.max(piece.to, piece.from + least);
    placed.push({ piece, lane });
  }
  const blocks = placed.map(({ piece, lane }) => ({ ...piece, lane, lanes: free.length }));
  const crowds = clusters(crowded, least).map((pieces) => ({
    from: Math.min(...pieces.map(({ from }) => from)),
    to: Math.max(...pieces.map(({ to }) => to)),
    pieces,
  }));
  return { blocks, crowds };
};

/**
 * Places pieces side by side where they share time.
 * @param pieces by start, as {@link piecesOn} gives them
 * @param least how long a piece counts at the least, so that two too short to be seen apart do not cover each other; milliseconds
 */
export const layOut = (pieces: readonly DayPiece[], least: number): DayLayout => {
  const parts = clusters(pieces, least).map((cluster) => arrange(cluster, least));
  return { blocks: parts.flatMap(({ blocks }) => blocks), crowds: parts.flatMap(({ crowds }) => crowds) };
};

/**
 * Untracked time between the first piece of a day and the last.
 * @param until counts up to there although nothing ends there, as now does today; null: up to the last piece
 */
export const untracked = (pieces: readonly DayPiece[], until: number | null): DaySpan[] => {
  const first = pieces[0];
  if (!first) return [];
  const last = Math.max(until ?? 0, ...pieces.map(({ to }) => to));
  const taken = pieces.map(({ from, to }) => ({ start: from, end: to }));
  return gapsIn({ start: first.from, end: last }, taken).map(({ start, end }) => ({ from: start, to: end }));
};
