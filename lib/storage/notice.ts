/** One sentence to say to the person: a key of `_locales` and what goes into it. For display only. */
export interface Notice {
  readonly code:
    | 'noticeDatabaseRebuilt'
    | 'noticeDatabaseRebuiltPartly'
    | 'noticeDatabaseCaughtUp'
    | 'noticeCopyRebuilt'
    | 'noticeCopyCaughtUp'
    | 'noticeCopiesDiffered'
    | 'noticeCopiesMerged'
    | 'noticeClockBack';
  readonly substitutions: readonly string[];
}
