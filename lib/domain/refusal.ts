/** Why a command changed nothing. Each has a sentence in `_locales`, `refused_<reason>`. */
export type RefusalReason =
  | 'misshapen'
  | 'nothingRunning'
  | 'nothingToContinue'
  | 'startsInFuture'
  | 'endsInFuture'
  | 'endsBeforeStart'
  | 'entryGone'
  | 'importGone'
  | 'projectGone'
  | 'taskGone'
  | 'tagGone'
  | 'clientGone'
  | 'nothingAsked'
  | 'changedSince'
  | 'entryLocked'
  | 'notPaused'
  | 'cannotSplit'
  | 'notNeighbours'
  | 'mergeDiffers'
  | 'favouriteGone'
  | 'tooManyFavourites'
  | 'reportGone'
  | 'tooManyReports'
  | 'nothingToUndo'
  | 'nothingToRedo'
  | 'undoGone'
  | 'usedSince'
  | 'nameTaken'
  | 'sameThing'
  | 'cannotTrim'
  | 'noPomodoro'
  | 'unknownZone'
  | 'unknownLocale'
  | 'diskFull'
  | 'dataUnreadable'
  | 'dataNewer'
  | 'notSaved'
  | 'noAnswer';

export interface Refused {
  readonly refused: RefusalReason;
}

export const isRefused = (answer: object): answer is Refused => 'refused' in answer;

export const refuse = (reason: RefusalReason): Refused => ({ refused: reason });
