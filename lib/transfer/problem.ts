/** Why a file cannot be used at all. Each has a sentence, `file_<reason>`. */
export type FileReason =
  | 'empty'
  | 'tooLarge'
  | 'html'
  | 'archive'
  | 'binary'
  | 'noRows'
  | 'noDates'
  | 'notReadable'
  | 'tooManyColumns'
  | 'isBackup'
  | 'notBackup'
  | 'newer'
  | 'damaged'
  | 'bomb'
  | 'moved'
  | 'folderGone'
  | 'folderForbidden'
  | 'folderFull'
  | 'folderFailed';

/** A file that is not what it says; nothing was changed. */
export class FileProblem extends Error {
  readonly reason: FileReason;
  /** What goes into the sentence. */
  readonly details: readonly string[];

  constructor(reason: FileReason, ...details: readonly string[]) {
    super(reason);
    this.reason = reason;
    this.details = details;
  }
}
