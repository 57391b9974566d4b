import type { RefusalReason } from '../../lib/domain/refusal.ts';
import type { Command } from '../../lib/messaging/commands.ts';
import type { Found } from './found.ts';
import { naming, newKey, type Piece, type State, type Stretch } from './state.ts';

export const MINUTE = 60_000;

/** Three numbers that say which of the many things an act can be. */
export type Dice = readonly [a: number, b: number, c: number];

/** What a person does: the command for the real thing, and what it does to the model. Null: not possible now. */
export interface Act {
  readonly command: (found: Found, now: number) => Command;
  /**
   * The very same state: nothing was done, so nothing can be undone.
   * @param now when it was carried out
   * @param sent when it was asked for
   */
  readonly next: (now: number, sent: number) => State | RefusalReason;
}

export type Make = (state: State, dice: Dice) => Act | null;
export type Acts = Readonly<Record<string, Make>>;

export const pick = <T>(list: readonly T[], dice: number): T | undefined => list[dice % Math.max(1, list.length)];

export function pieceOf([a, b, c]: Dice): Piece {
  const project = a % 3 === 0 ? null : `project ${a % 4}`;
  return {
    what: ['', 'call', 'review', 'write'][b % 4] ?? '',
    project,
    task: project && c % 3 === 0 ? `task ${c % 2}` : null,
    tags: b % 2 ? [`tag ${c % 3}`] : [],
    billable: c % 2 === 0,
  };
}

/** What follows when a piece of work is started. */
export const started = (state: State, piece: Piece, now: number): State => {
  const stopped = state.running ? [{ ...state.running, end: Math.max(now, state.running.start) }] : [];
  return {
    ...naming(state, piece),
    running: { ...piece, key: newKey(), start: now, end: 0 },
    entries: [...state.entries, ...stopped],
    paused: null,
  };
};

export function onEntry(make: (state: State, entry: Stretch, dice: Dice) => Act): Make {
  return (state, dice) => {
    const entry = pick(state.entries, dice[2]);
    return entry ? make(state, entry, dice) : null;
  };
}
