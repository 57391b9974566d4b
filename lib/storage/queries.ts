import type { AwayQuestion } from '../domain/away.ts';
import type { CatalogueKind, CatalogueThings, Client, Project } from '../domain/catalogue.ts';
import type { Day, Id, Page, RunningEntry } from '../domain/entry.ts';
import type { Favourite } from '../domain/favourite.ts';
import type { Paused } from '../domain/paused.ts';
import type { PomodoroState } from '../domain/pomodoro.ts';
import type { Settings } from '../domain/settings.ts';
import type { RecentWork } from '../domain/suggestions.ts';
import type { Notice } from './notice.ts';
import type { JournalReader } from './reader.ts';

/** What the popup shows, as of one commit. */
export interface Recently {
  readonly running: RunningEntry | null;
  readonly paused: Paused | null;
  readonly favourites: readonly Favourite[];
  /** Newest day first. */
  readonly pages: readonly Page[];
  /** Those the running entry, the pages and the settings name. */
  readonly projects: ReadonlyMap<Id, Project>;
  readonly clients: ReadonlyMap<Id, Client>;
  /** The oldest question that waits. */
  readonly away: AwayQuestion | null;
  readonly pomodoro: PomodoroState | null;
  readonly settings: Settings;
  readonly recent: readonly RecentWork[];
  readonly notice: Notice | null;
  /** When a backup was last kept, milliseconds; null: never, or not known. */
  readonly lastBackup: number | null;
  /** Milliseconds of stopped entries by day, when the pages are only the newest of more. */
  readonly done?: ReadonlyMap<Day, number>;
}

/** Reading for the popup, from the second copy. */
export interface Queries {
  /** Null while nothing is known yet: loading, not "nothing tracked". */
  recently(): Promise<Recently | null>;
  catalogue<K extends CatalogueKind>(kind: K): Promise<readonly CatalogueThings[K][]>;
  /** @returns how to stop watching */
  watch(changed: () => void): () => void;
}

/** Reading for the larger pages, from the database. Nothing is written through it. */
export interface JournalQueries {
  read<T>(body: (reader: JournalReader) => Promise<T>): Promise<T>;
  /** @returns how to stop watching */
  watch(changed: () => void): () => void;
}
