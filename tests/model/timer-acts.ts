import type { RefusalReason } from '../../lib/domain/refusal.ts';
import { type Acts, type Make, MINUTE, onEntry, pieceOf, started } from './act.ts';
import { dayAt, naming, type State, type Stretch } from './state.ts';

const stopped = (state: State, now: number): State | RefusalReason => {
  const { running } = state;
  if (!running) return state.paused === null ? 'nothingRunning' : { ...state, paused: null };
  return { ...state, running: null, entries: [...state.entries, { ...running, end: Math.max(now, running.start) }] };
};

const pausedEntry = (state: State): Stretch | undefined => state.entries.find(({ key }) => key === state.paused);

/** The one that was worked on last: of the last day with entries the one that ended last; null when two did. */
function latest(state: State): Stretch | 'tie' | undefined {
  const days = state.entries.map(({ start }) => dayAt(start)).sort();
  const of = state.entries.filter(({ start }) => dayAt(start) === days.at(-1));
  const end = Math.max(...of.map((entry) => entry.end));
  const last = of.filter((entry) => entry.end === end);
  return last.length > 1 ? 'tie' : last[0];
}

const simple =
  (
    type: 'timer.stop' | 'timer.discard' | 'timer.pause' | 'timer.resume',
    next: (state: State, now: number) => State | RefusalReason,
  ): Make =>
  (state) => ({ command: () => ({ type }), next: (now) => next(state, now) });

export const timerActs = {
  start: (state, dice) => ({
    command: (found) => ({ type: 'timer.start', work: found.work(pieceOf(dice)) }),
    next: (now) => started(state, pieceOf(dice), now),
  }),
  stop: simple('timer.stop', stopped),
  discard: simple('timer.discard', (state) => (state.running ? { ...state, running: null } : 'nothingRunning')),
  pause: simple('timer.pause', (state, now) => {
    const after = state.running ? stopped(state, now) : 'nothingRunning';
    return typeof after === 'string' ? after : { ...after, paused: state.running?.key ?? null };
  }),
  resume: simple('timer.resume', (state, now) => {
    const entry = pausedEntry(state);
    return entry ? started(state, entry, now) : 'notPaused';
  }),
  toggle: (state) => {
    const last = pausedEntry(state) ?? latest(state);
    if (!state.running && last === 'tie') return null;
    return {
      command: () => ({ type: 'timer.toggle' }),
      next: (now) => {
        if (state.running) return stopped(state, now);
        return last && last !== 'tie' ? started(state, last, now) : 'nothingToContinue';
      },
    };
  },
  continue: onEntry((state, entry) => ({
    command: (found) => ({ type: 'timer.continue', entry: found.address(entry, state) }),
    next: (now) => started(state, entry, now),
  })),
  changeTimer: (state, dice) => {
    const [a, b] = dice;
    const piece = pieceOf(dice);
    return {
      command: (found, now) =>
        b % 3 === 0
          ? { type: 'timer.update', start: now + (a % 2 ? -1 : 100) * a * MINUTE }
          : { type: 'timer.update', work: { description: piece.what, tags: found.work(piece).tags } },
      next: (now, sent) => {
        const { running } = state;
        if (!running) return 'nothingRunning';
        const start = sent + (a % 2 ? -1 : 100) * a * MINUTE;
        if (b % 3 === 0) return start > now ? 'startsInFuture' : { ...state, running: { ...running, start } };
        const named = naming(state, { ...piece, project: null, task: null });
        return { ...named, running: { ...running, what: piece.what, tags: piece.tags } };
      },
    };
  },
} as const satisfies Acts;
