import { dayOf } from '../domain/civil.ts';
import type { Day, Id, TimeEntry } from '../domain/entry.ts';
import type { Change, EntriesChange, EntryFields } from './changes.ts';

/** The day page an entry stands on: that of its start, in its own zone. */
export const dayOfEntry = (entry: TimeEntry): Day => dayOf(entry.start, entry.zone);

type Entries = readonly TimeEntry[];
type Edit = (entries: Entries) => Entries;

/** What becomes of each page that the changes touch, in their order. */
export function editsByDay(changes: readonly Change[]): Map<Day, Edit[]> {
  const edits = new Map<Day, Edit[]>();
  const add = (day: Day, edit: Edit): void => {
    const there = edits.get(day);
    if (there) there.push(edit);
    else edits.set(day, [edit]);
  };
  for (const change of changes) {
    if (change.kind === 'entry') {
      const { before, after } = change;
      if (before) add(dayOfEntry(before), (entries) => entries.filter(({ id }) => id !== before.id));
      if (after) add(dayOfEntry(after), (entries) => [...entries, after]);
    } else if (change.kind === 'entries') {
      for (const [day, ids] of change.at) add(day, giving(ids, change));
    } else if (change.kind === 'import') {
      for (const day of change.before ?? []) add(day, without(change.importId));
      for (const [day, brought] of change.after ?? []) add(day, (entries) => [...entries, ...brought]);
    }
  }
  return edits;
}

const without =
  (importId: Id): Edit =>
  (entries) =>
    entries.filter((entry) => entry.importId !== importId);

const giving = (ids: readonly Id[], { after }: EntriesChange): Edit => {
  const given = new Set(ids);
  return (entries) => entries.map((entry) => (given.has(entry.id) ? withFields(entry, after) : entry));
};

/** A field that is undefined is taken off. */
export function withFields(entry: TimeEntry, fields: EntryFields): TimeEntry {
  const kept = Object.entries({ ...entry, ...fields }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept) as unknown as TimeEntry; // the required fields are never undefined
}

/** The order of a page. */
export const byStart = (a: TimeEntry, b: TimeEntry): number => a.start - b.start || (a.id < b.id ? -1 : 1);

/** The page after its edits; an entry they leave alone stays the very same object. */
export const edited = (entries: Entries, edits: readonly Edit[]): Entries =>
  edits.reduce((page, edit) => edit(page), entries).toSorted(byStart);

/** The entries of one state of a page that another lacks. */
export function goneFrom(before: Entries, after: Entries): TimeEntry[] {
  const kept = new Set(after);
  return before.filter((entry) => !kept.has(entry));
}
