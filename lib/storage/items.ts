import type { AwayQuestion } from '../domain/away.ts';
import { type CatalogueKind, type CatalogueThings, catalogueKinds, type Things } from '../domain/catalogue.ts';
import type { Day, Id, RunningEntry, TimeEntry } from '../domain/entry.ts';
import type { Favourite } from '../domain/favourite.ts';
import type { ImportNote } from '../domain/import-note.ts';
import type { Paused } from '../domain/paused.ts';
import type { PomodoroState } from '../domain/pomodoro.ts';
import type { SavedReport } from '../domain/saved-report.ts';
import type { Settings } from '../domain/settings.ts';
import type { RecentWork } from '../domain/suggestions.ts';

/** The unit both copies hold: small enough to rewrite with a command, each with the number of the commit that wrote it. */
export interface Item {
  readonly key: string;
  readonly n: number;
  readonly schema: number;
  /** Plain JSON. An item is emptied (`null`, `[]`), never deleted. */
  readonly value: unknown;
}

/** What a copy says of itself. */
export interface Header {
  /** Number of the last commit. */
  readonly n: number;
  /** Items below this number do not exist (everything was erased then). */
  readonly base: number;
  readonly schema: number;
  /** How many items, and the sum of their n: what a cut-off copy fails. */
  readonly count: number;
  readonly sum: number;
  /**
   * Null when the second copy is whole. Else it lacks some of what came after this commit: in its own header, while
   * a bulk write is being copied; in the database's header, after a write to it failed.
   */
  readonly behind: number | null;
}

export type NumberedKind = 'entry' | CatalogueKind;
export type Counters = Readonly<Record<NumberedKind, number>>;

/** Values by the kind of key. */
export interface ItemValues {
  page: readonly TimeEntry[];
  running: RunningEntry | null;
  /** One question an entry, oldest first. */
  away: readonly AwayQuestion[];
  paused: Paused | null;
  pomodoro: PomodoroState | null;
  favourites: readonly Favourite[];
  reports: readonly SavedReport[];
  settings: Settings;
  /** The latest last. */
  imports: readonly ImportNote[];
  counters: Counters;
  recent: readonly RecentWork[];
}

export const noCounters: Counters = { entry: 0, client: 0, project: 0, task: 0, tag: 0 };

const PAGE = 'page:';
/** Comes after every key. */
export const LAST_KEY = '\uffff';

export const pageKey = (day: Day): string => PAGE + day;
export const isPageKey = (key: string): boolean => key.startsWith(PAGE);
export const dayOfPageKey = (key: string): Day => key.slice(PAGE.length);

/** Chunks a kind of the catalogue is spread over: 20,000 tags make some 300 a chunk, quick to rewrite and to find. */
const CHUNKS = 64;
const chunkName = (chunk: number): string => chunk.toString(16).padStart(2, '0');

/** The chunk that holds a thing follows from the random end of its id, so it is found without an index. */
export const chunkKey = (kind: CatalogueKind, id: Id): string =>
  `${kind}:${chunkName(Number.parseInt(id.slice(-2), 16) % CHUNKS)}`;

export const chunkKeys = (kind: CatalogueKind): string[] =>
  Array.from({ length: CHUNKS }, (_, chunk) => `${kind}:${chunkName(chunk)}`);

/** A catalogue as the values of its chunks, by their keys; empty ones are left out. */
export function chunksOf(things: Things): Map<string, unknown[]> {
  const chunks = new Map<string, unknown[]>();
  for (const kind of catalogueKinds) {
    for (const thing of things[kind]) {
      const key = chunkKey(kind, thing.id);
      chunks.set(key, [...(chunks.get(key) ?? []), thing]);
    }
  }
  return chunks;
}

export type Chunk<K extends CatalogueKind> = readonly CatalogueThings[K][];
