import { type Act, type Acts, type Dice, MINUTE, onEntry, pieceOf } from './act.ts';
import { byTime, dayAt, naming, newKey, replaced, type State, type Stretch } from './state.ts';

/** What of a stretch lies outside a span: the first piece stays the same entry. */
function outside<S extends Stretch>(entry: S, start: number, end: number): S[] {
  const pieces = [
    { start: entry.start, end: Math.min(entry.end, start) },
    { start: Math.max(entry.start, end), end: entry.end },
  ].filter((piece) => piece.start < piece.end);
  return pieces.map((piece, i) => ({ ...entry, ...piece, key: i === 0 ? entry.key : newKey() }));
}

const shares = (entry: Stretch, start: number, end: number): boolean =>
  Math.min(entry.end, end) - Math.max(entry.start, start) > 0;

export const entryActs = {
  add: (state, dice) => addAct(state, dice),
  retime: onEntry((state, entry, [a, b]) => {
    const start = entry.start + ((b % 200) - 100) * MINUTE;
    const end = a % 5 === 0 ? start - MINUTE : start + (a % 90) * MINUTE;
    return {
      command: (found) => ({ type: 'entry.update', entry: found.address(entry, state), start, end }),
      next: () => (end < start ? 'endsBeforeStart' : replaced(state, entry.key, [{ ...entry, start, end }])),
    };
  }),
  rework: onEntry((state, entry, dice) => {
    const piece = pieceOf(dice);
    return {
      command: (found) => ({ type: 'entry.update', entry: found.address(entry, state), work: found.work(piece) }),
      next: () => replaced(naming(state, piece), entry.key, [{ ...entry, ...piece }]),
    };
  }),
  delete: onEntry((state, entry) => ({
    command: (found) => ({ type: 'entry.delete', entry: found.address(entry, state) }),
    next: () => replaced(state, entry.key, []),
  })),
  duplicate: onEntry((state, entry, [a]) => ({
    command: (found) => ({
      type: 'entry.duplicate',
      entry: found.address(entry, state),
      start: entry.start + a * MINUTE,
    }),
    next: () => {
      const copy = { ...entry, key: newKey(), start: entry.start + a * MINUTE, end: entry.end + a * MINUTE };
      return { ...state, entries: [...state.entries, copy] };
    },
  })),
  split: onEntry((state, entry, [a]) => {
    const at = entry.start + a * MINUTE;
    return {
      command: (found) => ({ type: 'entry.split', entry: found.address(entry, state), at }),
      next: () =>
        at > entry.start && at < entry.end
          ? replaced(state, entry.key, [
              { ...entry, end: at },
              { ...entry, key: newKey(), start: at },
            ])
          : 'cannotSplit',
    };
  }),
  merge: (state, dice) => mergeAct(state, dice),
} as const satisfies Acts;

function addAct(state: State, dice: Dice): Act {
  const [a, b, c] = dice;
  const piece = pieceOf(dice);
  const span = (now: number) => ({ start: now - a * 3 * MINUTE, end: now - (a * 3 - b) * MINUTE });
  /** What is shortened: all that shares the time, when something is left of each. */
  const trimmed = (now: number): { entry: Stretch; left: Stretch[] }[] => {
    const { start, end } = span(now);
    if (c % 2) return [];
    const found = state.entries.filter((entry) => shares(entry, start, end));
    const all = found.map((entry) => ({ entry, left: outside(entry, start, end) }));
    return all.every(({ left }) => left.length > 0) ? all : [];
  };
  return {
    command: (found, now) => ({
      type: 'entry.add',
      work: found.work(piece),
      ...span(now),
      trim: found.addresses(
        trimmed(now).map(({ entry }) => entry),
        state,
      ),
    }),
    next: (_, now) => {
      const others = trimmed(now).reduce((after, { entry, left }) => replaced(after, entry.key, left), state);
      const entry = { ...piece, ...span(now), key: newKey() };
      return { ...naming(others, piece), entries: [...others.entries, entry] };
    },
  };
}

function mergeAct(state: State, [a]: Dice): Act | null {
  const sorted = byTime(state.entries);
  const at = a % Math.max(1, sorted.length - 1);
  const [first, second] = [sorted[at], sorted[at + 1]];
  if (!first || !second) return null;
  const sameAccount =
    first.project === second.project && first.task === second.task && first.billable === second.billable;
  const between = state.entries.some(
    (other) => other !== first && other !== second && other.start < second.start && other.end > first.end,
  );
  const neighbours = second.start <= first.end || (dayAt(first.start) === dayAt(second.start) && !between);
  return {
    command: (found) => ({
      type: 'entry.merge',
      entries: found.addresses([first, second], state),
    }),
    next: () => {
      if (!sameAccount) return 'mergeDiffers';
      if (!neighbours) return 'notNeighbours';
      const what = [...new Set([first.what, second.what].filter((text) => text !== ''))].join('; ');
      const tags = [...new Set([...first.tags, ...second.tags])];
      const end = Math.max(first.end, second.end);
      return replaced(replaced(state, second.key, []), first.key, [{ ...first, what, tags, end }]);
    },
  };
}
