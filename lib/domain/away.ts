import type { Id, Span } from './entry.ts';

/** What is known of an away time: the browser was closed, the computer slept (or its clock moved), or neither is known. */
export type AwayCause = 'closed' | 'asleep' | 'away';

export interface AwaySpan extends Span {
  readonly cause: AwayCause;
}

/** A question that waits until a person answers it: away times in the running entry, oldest first, never empty. */
export interface AwayQuestion {
  readonly entryId: Id;
  readonly spans: readonly AwaySpan[];
}

export type AwayChoice = 'keep' | 'discard' | 'split' | 'stop';
