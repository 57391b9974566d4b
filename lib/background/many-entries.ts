import type { Day, Id, TimeEntry } from '../domain/entry.ts';
import type { EntriesChange, EntryFields } from '../storage/changes.ts';
import type { JournalReader } from '../storage/reader.ts';

interface Group {
  readonly before: EntryFields;
  readonly after: EntryFields;
  readonly at: Map<Day, Id[]>;
}

export interface ManyChanged {
  readonly changes: readonly EntriesChange[];
  readonly entries: number;
}

/**
 * Goes through the journal and gives entries other fields.
 * @param from the first day looked at
 * @param fieldsOf what an entry gets; null: nothing
 */
export async function changeEntries(
  reader: JournalReader,
  from: Day,
  fieldsOf: (entry: TimeEntry) => EntryFields | null,
): Promise<ManyChanged> {
  const groups = new Map<string, Group>();
  let entries = 0;
  await reader.eachPage(from, (page) => {
    for (const entry of page.entries) {
      const after = fieldsOf(entry);
      if (after === null) continue;
      entries += 1;
      const before = fieldsAsIn(entry, after);
      const key = JSON.stringify([before, after]);
      const group = groups.get(key) ?? { before, after, at: new Map() };
      groups.set(key, group);
      const ids = group.at.get(page.day);
      if (ids) ids.push(entry.id);
      else group.at.set(page.day, [entry.id]);
    }
  });
  const changes = [...groups.values()].map(({ before, after, at }) => ({
    kind: 'entries' as const,
    before,
    after,
    at: [...at],
  }));
  return { changes, entries };
}

const fieldsAsIn = (entry: TimeEntry, fields: EntryFields): EntryFields =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, entry[name as keyof TimeEntry]]));
