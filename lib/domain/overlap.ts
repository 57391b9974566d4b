import type { EntryAddress, Span, TimeEntry } from './entry.ts';

/** Another entry that shares time with a span. */
export interface Overlap {
  readonly entry: TimeEntry;
  readonly address: EntryAddress;
  /** Shared time in milliseconds. */
  readonly ms: number;
  /** False when nothing of the other entry would be left. */
  readonly canTrim: boolean;
}

export declare const placeholder: Span;
