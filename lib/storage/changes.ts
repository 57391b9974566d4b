import type { AwayQuestion } from '../domain/away.ts';
import type { CatalogueKind, CatalogueThings } from '../domain/catalogue.ts';
import type { RunningEntry, TimeEntry } from '../domain/entry.ts';
import type { Settings } from '../domain/settings.ts';

interface Replaced<K extends string, T> {
  readonly kind: K;
  readonly before: T;
  readonly after: T;
}

export type EntryChange = Replaced<'entry', TimeEntry | null>;
export type ThingChange = { [K in CatalogueKind]: Replaced<K, CatalogueThings[K] | null> }[CatalogueKind];

/**
 * What a commit does, as values before and after. Pages, totals and the way back all follow from it.
 * `null` stands for "is not there".
 */
export type Change =
  | EntryChange
  | ThingChange
  | Replaced<'running', RunningEntry | null>
  | Replaced<'away', readonly AwayQuestion[]>
  | Replaced<'settings', Settings>;

export const isThingChange = (change: Change): change is ThingChange =>
  change.kind === 'client' || change.kind === 'project' || change.kind === 'task' || change.kind === 'tag';

/** The changes that take these back, last first. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.toReversed().map((change) => ({ ...change, before: change.after, after: change.before }) as Change);
}
