import type { RefusalReason } from '../../lib/domain/refusal.ts';
import type { Command } from '../../lib/messaging/commands.ts';
import type { Found } from './found.ts';
import {
  byTime,
  dayAt,
  naming,
  newKey,
  type Piece,
  rename,
  replaced,
  type State,
  type Stretch,
  samePiece,
} from './state.ts';

const MINUTE = 60_000;

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

const pick = <T>(list: readonly T[], dice: number): T | undefined => list[dice % Math.max(1, list.length)];

function pieceOf([a, b, c]: Dice): Piece {
  const project = a % 3 === 0 ? null : `project ${a % 4}`;
  return {
    what: ['', 'call', 'review', 'write'][b % 4] ?? '',
    project,
    task: project && c % 3 === 0 ? `task ${c % 2}` : null,
    tags: b % 2 ? [`tag ${c % 3}`] : [],
    billable: c % 2 === 0,
  };
}

const started = (state: State, piece: Piece, now: number): State => {
  const stopped = state.running ? [{ ...state.running, end: Math.max(now, state.running.start) }] : [];
  return {
    ...naming(state, piece),
    running: { ...piece, key: newKey(), start: now, end: 0 },
    entries: [...state.entries, ...stopped],
    paused: null,
  };
};

const stopped = (state: State, now: number): State | RefusalReason => {
  const { running } = state;
  if (!running) return state.paused === null ? 'nothingRunning' : { ...state, paused: null };
  return { ...state, running: null, entries: [...state.entries, { ...running, end: Math.max(now, running.start) }] };
};

const pausedEntry = (state: State): Stretch | undefined => state.entries.find(({ key }) => key === state.paused);

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

/** The one that was worked on last: of the last day with entries the one that ended last; null when two did. */
function latest(state: State): Stretch | 'tie' | undefined {
  const days = state.entries.map(({ start }) => dayAt(start)).sort();
  const of = state.entries.filter(({ start }) => dayAt(start) === days.at(-1));
  const end = Math.max(...of.map((entry) => entry.end));
  const last = of.filter((entry) => entry.end === end);
  return last.length > 1 ? 'tie' : last[0];
}

type Make = (state: State, dice: Dice) => Act | null;
const simple =
  (
    type: 'timer.stop' | 'timer.discard' | 'timer.pause' | 'timer.resume',
    next: (state: State, now: number) => State | RefusalReason,
  ): Make =>
  (state) => ({ command: () => ({ type }), next: (now) => next(state, now) });

export const acts = {
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
  updateMany: (state, dice) => updateManyAct(state, dice),
  deleteMany: (state, [a, b]) => {
    const chosen = state.entries.filter((_, i) => (i + a) % (2 + (b % 3)) === 0);
    if (chosen.length === 0) return null;
    const keys = new Set(chosen.map(({ key }) => key));
    return {
      command: (found) => ({ type: 'entries.delete', entries: found.addresses(chosen, state) }),
      next: () => ({
        ...state,
        entries: state.entries.filter(({ key }) => !keys.has(key)),
        paused: keys.has(state.paused ?? -1) ? null : state.paused,
      }),
    };
  },
  pin: (state, dice) => {
    const piece = pieceOf(dice);
    return {
      command: (found) => ({ type: 'favourite.add', work: found.work(piece) }),
      next: () =>
        state.favourites.some((favourite) => samePiece(favourite, piece))
          ? state
          : { ...naming(state, piece), favourites: [...state.favourites, piece] },
    };
  },
  unpin: onFavourite((state, favourite, id) => ({
    command: (found) => ({ type: 'favourite.remove', id: id(found) }),
    next: () => ({ ...state, favourites: state.favourites.filter((other) => other !== favourite) }),
  })),
  startPinned: onFavourite((state, favourite, id) => ({
    command: (found) => ({ type: 'favourite.start', id: id(found) }),
    next: (now) => started(state, favourite, now),
  })),
  putFirst: onFavourite((state, favourite, id) => ({
    command: (found) => ({ type: 'favourite.reorder', ids: [id(found)] }),
    next: () =>
      state.favourites[0] === favourite
        ? state
        : { ...state, favourites: [favourite, ...state.favourites.filter((other) => other !== favourite)] },
  })),
  setting: (state, [a]) => ({
    command: () => ({ type: 'settings.update', changes: { awayAfter: (a % 100) + 1 } }),
    next: () => ({ ...state, awayAfter: (a % 100) + 1 }),
  }),
  renameProject: (state, [a, b]) => {
    const project = pick(state.projects, a);
    const name = `renamed ${b}`;
    if (project === undefined || state.projects.includes(name)) return null;
    return {
      command: (found) => ({ type: 'project.update', id: found.id('projects', project), changes: { name } }),
      next: () => projectTo(state, project, name, true),
    };
  },
  mergeProjects: (state, [a, b]) => {
    const [from, into] = [pick(state.projects, a), pick(state.projects, b)];
    if (from === undefined || into === undefined || from === into) return null;
    return {
      command: ({ id }) => ({
        type: 'catalogue.merge',
        kind: 'project',
        from: id('projects', from),
        into: id('projects', into),
      }),
      next: () => projectTo(state, from, into, true),
    };
  },
  deleteProject: (state, [a, b]) => {
    const [gone, other] = [pick(state.projects, a), pick(state.projects, b)];
    if (gone === undefined) return null;
    const instead = other === undefined || other === gone ? null : other;
    return {
      command: ({ id }) => ({
        type: 'catalogue.delete',
        kind: 'project',
        id: id('projects', gone),
        instead: instead && id('projects', instead),
      }),
      next: () => projectTo(state, gone, instead, false),
    };
  },
  deleteTag: (state, [a, b]) => {
    const [gone, other] = [pick(state.tags, a), pick(state.tags, b)];
    if (gone === undefined) return null;
    const instead = other === undefined || other === gone ? null : other;
    return {
      command: ({ id }) => ({
        type: 'catalogue.delete',
        kind: 'tag',
        id: id('tags', gone),
        instead: instead && id('tags', instead),
      }),
      next: () => {
        const to = (tags: readonly string[]): string[] => [
          ...new Set(tags.flatMap((tag) => (tag === gone ? (instead ?? []) : tag))),
        ];
        return { ...rename(state, ({ tags }) => ({ tags: to(tags) })), tags: state.tags.filter((tag) => tag !== gone) };
      },
    };
  },
} as const satisfies Readonly<Record<string, Make>>;

export type ActName = keyof typeof acts;
export const makeAct = (name: ActName): Make => acts[name];

function onEntry(make: (state: State, entry: Stretch, dice: Dice) => Act): Make {
  return (state, dice) => {
    const entry = pick(state.entries, dice[2]);
    return entry ? make(state, entry, dice) : null;
  };
}

function onFavourite(make: (state: State, favourite: Piece, id: (found: Found) => string) => Act): Make {
  return (state, dice) => {
    const favourite = pick(state.favourites, dice[0]);
    if (!favourite) return null;
    return make(state, favourite, ({ has }) => has.favourites[state.favourites.indexOf(favourite)]?.id ?? '');
  };
}

/** A project becomes another one, with its tasks or only with those the other has too; null: no project. */
function projectTo(state: State, from: string, into: string | null, keepTasks: boolean): State {
  const moved = state.tasks.filter((task) => task.startsWith(`${from}/`)).map((task) => task.slice(from.length + 1));
  const kept = (task: string | null): string | null =>
    into !== null && task !== null && (keepTasks || state.tasks.includes(`${into}/${task}`)) ? task : null;
  const renamed = rename(state, (piece) => (piece.project === from ? { project: into, task: kept(piece.task) } : {}));
  const others = state.tasks.filter((task) => !task.startsWith(`${from}/`));
  const over = moved.flatMap((task) => (kept(task) === null ? [] : `${into}/${task}`));
  return {
    ...renamed,
    projects: [...new Set(state.projects.flatMap((project) => (project === from ? (into ?? []) : project)))],
    tasks: [...new Set([...others, ...over])],
  };
}

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

function updateManyAct(state: State, dice: Dice): Act | null {
  const [a, b, c] = dice;
  const chosen = state.entries.filter((_, i) => (i + a) % (1 + (b % 3)) === 0);
  if (chosen.length === 0) return null;
  const project = c % 4 === 0 ? undefined : c % 4 === 1 ? null : `project ${c % 3}`;
  const [add, remove] = [[`tag ${a % 3}`], state.tags.filter((_, i) => i === b % 3)];
  const keys = new Set(chosen.map(({ key }) => key));
  return {
    command: (found) => ({
      type: 'entries.update',
      entries: found.addresses(chosen, state),
      work: {
        ...(project === undefined ? {} : { project: project === null ? null : found.choice('projects', project) }),
        tags: {
          add: add.map((tag) => found.choice('tags', tag)),
          remove: remove.map((tag) => found.choice('tags', tag)),
        },
      },
    }),
    next: () => {
      const named = naming(state, { what: '', project: project ?? null, task: null, tags: add, billable: false });
      const entries = state.entries.map((entry) => {
        if (!keys.has(entry.key)) return entry;
        const tags = [...new Set([...entry.tags, ...add])].filter((tag) => !remove.includes(tag));
        const same = project === undefined || project === entry.project;
        return { ...entry, tags, ...(same ? {} : { project, task: null }) };
      });
      const nothing =
        JSON.stringify({ ...state, entries: state.entries.map(plainEntry) }) ===
        JSON.stringify({ ...named, entries: entries.map(plainEntry) });
      return nothing ? state : { ...named, entries };
    },
  };
}

const plainEntry = (entry: Stretch) => ({ ...entry, tags: [...entry.tags].sort() });
