import type { Id } from './entry.ts';

export interface SavedReport {
  readonly id: Id;
  readonly name: string;
  /** The part of the report page's address that holds range, filters and grouping. */
  readonly query: string;
}
