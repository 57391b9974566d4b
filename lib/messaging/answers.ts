import type { TimeEntry } from '../domain/entry.ts';
import type { Overlap } from '../domain/overlap.ts';
import type { CommandType } from './commands.ts';

/** Why a command changed nothing. Each has a sentence in `_locales`, `refused_<reason>`. */
export type RefusalReason =
  | 'misshapen'
  | 'nothingRunning'
  | 'nothingToContinue'
  | 'startsInFuture'
  | 'endsInFuture'
  | 'endsBeforeStart'
  | 'entryGone'
  | 'projectGone'
  | 'taskGone'
  | 'tagGone'
  | 'clientGone'
  | 'nothingAsked'
  | 'changedSince'
  | 'undoGone'
  | 'cannotTrim'
  | 'diskFull'
  | 'dataUnreadable'
  | 'dataNewer'
  | 'notSaved';

export interface Refused {
  readonly refused: RefusalReason;
}

/** What every carried-out command says. */
export interface Done {
  readonly done: true;
  /** Step to give back to `undo`; null when there is nothing to undo. */
  readonly undo: number | null;
  /** True when the second copy could not be written and will follow. */
  readonly copyBehind: boolean;
}

interface Extra {
  'timer.start': { readonly stopped: TimeEntry | null };
  'timer.stop': { readonly stopped: TimeEntry };
  'timer.continue': { readonly stopped: TimeEntry | null };
  'timer.toggle': { readonly stopped: TimeEntry | null };
  'entry.overlaps': { readonly overlaps: readonly Overlap[] };
  'data.export': { readonly json: string };
}

export type Answer<T extends CommandType> = (Done & (T extends keyof Extra ? Extra[T] : unknown)) | Refused;

export const isRefused = (answer: object): answer is Refused => 'refused' in answer;
