import type { EntryAddress, Instant } from './entry.ts';
import type { Pomodoro } from './settings.ts';

type Phase = 'work' | 'rest' | 'longRest';

/** Where a Pomodoro is. `waiting`: the break is over, and the person starts the next stretch. */
export type PomodoroState =
  | {
      readonly phase: Phase;
      /** The stretch of work, counted from 1, that goes on or was before the break. */
      readonly round: number;
      readonly ends: Instant;
      /** What was worked on before the break; null during work. */
      readonly worked: EntryAddress | null;
    }
  | { readonly phase: 'waiting'; readonly round: number; readonly ends: null; readonly worked: EntryAddress | null };

const minute = 60_000;

const lengthOf = (phase: Phase, settings: Pomodoro): number =>
  (phase === 'work' ? settings.work : phase === 'rest' ? settings.rest : settings.longRest) * minute;

/** The first stretch of work. */
export const firstStretch = (at: Instant, settings: Pomodoro): PomodoroState => ({
  phase: 'work',
  round: 1,
  ends: at + lengthOf('work', settings),
  worked: null,
});

/** The break after a stretch of work that ended at `at`: a long one after every so many. */
export function breakAfter(round: number, worked: EntryAddress, at: Instant, settings: Pomodoro): PomodoroState {
  const phase = round % settings.rounds === 0 ? 'longRest' : 'rest';
  return { phase, round, ends: at + lengthOf(phase, settings), worked };
}

/** The stretch of work after a break that ended at `at`. */
export const stretchAfter = (round: number, at: Instant, settings: Pomodoro): PomodoroState => ({
  phase: 'work',
  round: round + 1,
  ends: at + lengthOf('work', settings),
  worked: null,
});

/** How long after its end a phase is still followed by the next one; milliseconds. Later, nobody was there. */
const LATE = 2 * minute;

export const isLate = (ended: Instant, now: Instant): boolean => now - ended > LATE;
