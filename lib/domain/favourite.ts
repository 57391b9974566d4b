import type { Id, Work } from './entry.ts';

/** Work a person pinned, to be started with one click. */
export interface Favourite extends Work {
  readonly id: Id;
}
