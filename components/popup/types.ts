import type { AwayQuestion } from '../../lib/domain/away.ts';
import type { CatalogueKind, CatalogueThings, Client, Project } from '../../lib/domain/catalogue.ts';
import type { Day, Id, Page, RunningEntry } from '../../lib/domain/entry.ts';
import type { Favourite } from '../../lib/domain/favourite.ts';
import type { Paused } from '../../lib/domain/paused.ts';
import type { PomodoroState } from '../../lib/domain/pomodoro.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import type { RecentWork } from '../../lib/domain/suggestions.ts';
import type { Answer } from '../../lib/messaging/answers.ts';
import type { CommandOf, CommandType } from '../../lib/messaging/commands.ts';
import type { Word } from '../../lib/platform/words.ts';

/** One sentence for the person, such as what happened at a recovery. */
export interface Notice {
  readonly code: Word;
  readonly substitutions: readonly string[];
}

/** What the popup shows. */
export interface PopupData {
  readonly status: 'loading' | 'ready';
  readonly running: RunningEntry | null;
  readonly paused: Paused | null;
  readonly favourites: readonly Favourite[];
  /** Newest day first, the last 30 days. */
  readonly pages: readonly Page[];
  /** Those that the shown entries name. */
  readonly projects: ReadonlyMap<Id, Project>;
  readonly clients: ReadonlyMap<Id, Client>;
  readonly away: AwayQuestion | null;
  readonly notice: Notice | null;
  /** Milliseconds; null: never, or not known. */
  readonly lastBackup: number | null;
  /** Milliseconds of stopped entries by day, when the pages are only the newest of more. */
  readonly done?: ReadonlyMap<Day, number>;
  readonly pomodoro: PomodoroState | null;
  readonly settings: Settings;
  readonly recent: readonly RecentWork[];
}

/** What the popup asks for. */
export interface PopupActions {
  /** Resolves to the worker's answer; a refusal has its sentence, `refused_<reason>`. */
  send<T extends CommandType>(command: CommandOf<T>): Promise<Answer<T>>;
  /** Read when a list opens. */
  catalogue<K extends CatalogueKind>(kind: K): Promise<readonly CatalogueThings[K][]>;
}

/** Where the popup's content stands: below the toolbar icon, in a tab, or in the browser's side panel. */
export interface Place {
  readonly isPanel: boolean;
  /** Null where there is no side panel, or this is it. To be called from a click. */
  readonly openPanel: (() => void) | null;
}

/** The key combinations that are really set in the browser; null: none. */
export interface Shortcuts {
  readonly open: string | null;
  readonly toggle: string | null;
}
