import type { CatalogueKind } from './catalogue.ts';
import type { Id, Instant } from './entry.ts';

/** What is remembered of an import, so that it can be taken back. */
export interface ImportNote {
  readonly id: Id;
  /** Of the file. */
  readonly name: string;
  readonly at: Instant;
  readonly entries: number;
  /** Things of the catalogue that it made. */
  readonly made: Readonly<Record<CatalogueKind, readonly Id[]>>;
}

/** So many are remembered, the latest. */
export const NOTES_KEPT = 20;
