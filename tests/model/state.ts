/** What a person has, as plainly as it can be said: names instead of ids, every entry in one list. */
export interface Piece {
  readonly what: string;
  readonly project: string | null;
  readonly task: string | null;
  readonly tags: readonly string[];
  readonly billable: boolean;
}

export interface Stretch extends Piece {
  /** The same through all that happens to an entry. */
  readonly key: number;
  readonly start: number;
  readonly end: number;
}

export interface State {
  /** Its end has no meaning. */
  readonly running: Stretch | null;
  readonly entries: readonly Stretch[];
  /** Key of the entry that a break ended. */
  readonly paused: number | null;
  readonly favourites: readonly Piece[];
  readonly projects: readonly string[];
  /** `project/task`. */
  readonly tasks: readonly string[];
  readonly tags: readonly string[];
  /** What of the settings is changed. */
  readonly awayAfter: number;
}

export const emptyState: State = {
  running: null,
  entries: [],
  paused: null,
  favourites: [],
  projects: [],
  tasks: [],
  tags: [],
  awayAfter: 10,
};

let keys = 0;
export const newKey = (): number => ++keys;

export const ZONE = 'Europe/Berlin';
export const dayAt = (instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString();

const both = (a: readonly string[], b: readonly string[]): string[] => [...new Set([...a, ...b])];

/** The catalogue with what a piece of work names. */
export const naming = (state: State, { project, task, tags }: Piece): State => ({
  ...state,
  projects: project === null ? state.projects : both(state.projects, [project]),
  tasks: project === null || task === null ? state.tasks : both(state.tasks, [`${project}/${task}`]),
  tags: both(state.tags, tags),
});

export const samePiece = (a: Piece, b: Piece): boolean => JSON.stringify(plain(a)) === JSON.stringify(plain(b));

/** Tags have no order. */
export const plain = ({ what, project, task, tags, billable }: Piece) => ({
  what,
  project,
  task,
  tags: [...tags].sort(),
  billable,
});

export const byTime = (entries: readonly Stretch[]): Stretch[] =>
  entries.toSorted((a, b) => a.start - b.start || a.end - b.end || a.key - b.key);

/** Puts other entries in the place of one. */
export const replaced = (state: State, key: number, pieces: readonly Stretch[]): State => ({
  ...state,
  entries: [...state.entries.filter((entry) => entry.key !== key), ...pieces],
  paused: state.paused === key && !pieces.some((piece) => piece.key === key) ? null : state.paused,
});

/** Every piece of work with what it names renamed; favourites that became the same are one. */
export function rename(state: State, to: (piece: Piece) => Partial<Piece>): State {
  const renamed = <P extends Piece>(piece: P): P => ({ ...piece, ...to(piece) });
  const favourites = state.favourites.map(renamed);
  return {
    ...state,
    running: state.running && renamed(state.running),
    entries: state.entries.map(renamed),
    favourites: favourites.filter((one, i) => favourites.findIndex((other) => samePiece(other, one)) === i),
  };
}
