import type { EntryAddress, Instant } from './entry.ts';

/** A break: the entry that it ended, which resuming continues. */
export interface Paused {
  readonly entry: EntryAddress;
  readonly since: Instant;
}
