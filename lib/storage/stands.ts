import { type Change, type EntriesChange, type ImportChange, isThingChange } from './changes.ts';
import { dayOfEntry } from './page-edits.ts';
import type { JournalReader } from './reader.ts';

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Whether what a change would replace is still as it says. */
export async function stands(reader: JournalReader, change: Change): Promise<boolean> {
  if (change.kind === 'entries') return manyStand(reader, change);
  if (change.kind === 'import') return false; // taken back by its id, never as a step
  return same(await present(reader, change), change.before);
}

async function present(reader: JournalReader, change: Exclude<Change, EntriesChange | ImportChange>): Promise<unknown> {
  if (change.kind === 'entry') {
    return change.before ? reader.entry({ day: dayOfEntry(change.before), id: change.before.id }) : null;
  }
  if (isThingChange(change)) return change.before ? reader.thing(change.kind, change.before.id) : null;
  return reader.single(change.kind);
}

/** Of each entry only the fields that would be given: what else a person changed in it since stays. */
async function manyStand(reader: JournalReader, { before, at }: EntriesChange): Promise<boolean> {
  const fields = Object.entries(before);
  const wanted = new Map(at);
  return reader.eachOf([...wanted.keys()], ({ day, entries }) => {
    const there = new Map(entries.map((entry) => [entry.id, entry as object]));
    return (wanted.get(day) ?? []).every((id) => {
      const entry = there.get(id) as Record<string, unknown> | undefined;
      return entry !== undefined && fields.every(([name, value]) => same(entry[name], value));
    });
  });
}
