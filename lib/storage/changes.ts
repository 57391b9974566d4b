import type { CatalogueKind, CatalogueThings } from '../domain/catalogue.ts';
import type { Day, Id, Invoice, TimeEntry } from '../domain/entry.ts';
import type { ItemValues } from './items.ts';

interface Replaced<K extends string, T> {
  readonly kind: K;
  readonly before: T;
  readonly after: T;
}

export type EntryChange = Replaced<'entry', TimeEntry | null>;
export type ThingChange = { [K in CatalogueKind]: Replaced<K, CatalogueThings[K] | null> }[CatalogueKind];

/** What many entries can be given at once; it moves none of them to another day. */
export type EntryFields = Partial<Omit<TimeEntry, 'id' | 'number' | 'start' | 'end' | 'zone' | 'invoice'>> & {
  /** Undefined: on none. */
  readonly invoice?: Invoice | undefined;
};

/** Entries that had the same fields and get the same: as small for its undo as their ids are. */
export interface EntriesChange extends Replaced<'entries', EntryFields> {
  readonly at: readonly (readonly [day: Day, ids: readonly Id[]])[];
}

/**
 * Entries that come with one import, by the day they stand on, or go with it: then the days on which some are left. It is
 * never kept as a way back: an import is taken back by its id, and with it nothing that was done since.
 */
export interface ImportChange {
  readonly kind: 'import';
  readonly importId: Id;
  readonly before: readonly Day[] | null;
  readonly after: ReadonlyMap<Day, readonly TimeEntry[]> | null;
}

/** Items that are one value each, replaced as a whole. */
export const singleKinds = [
  'running',
  'away',
  'paused',
  'pomodoro',
  'favourites',
  'reports',
  'settings',
  'recent',
  'imports',
] as const;
export type SingleKind = (typeof singleKinds)[number];
export type SingleChange = { [K in SingleKind]: Replaced<K, ItemValues[K]> }[SingleKind];

/**
 * What a commit does, as values before and after. Pages, totals and the way back all follow from it.
 * `null` stands for "is not there".
 */
export type Change = EntryChange | EntriesChange | ImportChange | ThingChange | SingleChange;

export const isOfPages = (change: Change): change is EntryChange | EntriesChange | ImportChange =>
  change.kind === 'entry' || change.kind === 'entries' || change.kind === 'import';

export const isThingChange = (change: Change): change is ThingChange =>
  change.kind === 'client' || change.kind === 'project' || change.kind === 'task' || change.kind === 'tag';

/** The changes that take these back, last first. */
export function inverse(changes: readonly Change[]): Change[] {
  return changes.toReversed().map((change) => ({ ...change, before: change.after, after: change.before }) as Change);
}
