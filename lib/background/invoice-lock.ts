import type { Id } from '../domain/entry.ts';
import { breaksLock } from '../domain/locked.ts';
import { type Refused, refuse } from '../domain/refusal.ts';
import { type Change, type EntriesChange, isThingChange } from '../storage/changes.ts';
import type { Decision } from '../storage/journal.ts';
import { withFields } from '../storage/page-edits.ts';
import type { JournalReader } from '../storage/reader.ts';

/** The one place that keeps entries as they stand on an invoice: whatever a command does, it does not do it to those. */
export async function keepInvoiced<R>(reader: JournalReader, decision: Decision<R>): Promise<Decision<R> | Refused> {
  const gone = new Set(
    decision.changes.flatMap((change) => (isThingChange(change) && !change.after ? (change.before?.id ?? []) : [])),
  );
  for (const change of decision.changes) {
    if (await breaksAny(reader, change, gone)) return refuse('entryLocked');
  }
  return decision;
}

async function breaksAny(reader: JournalReader, change: Change, gone: ReadonlySet<Id>): Promise<boolean> {
  if (change.kind === 'entry') return breaksLock(change.before, change.after, gone);
  return change.kind === 'entries' && manyBreak(reader, change, gone);
}

async function manyBreak(reader: JournalReader, { at, after }: EntriesChange, gone: ReadonlySet<Id>): Promise<boolean> {
  const changed = new Map(at.map(([day, ids]) => [day, new Set(ids)]));
  const all = await reader.eachOf([...changed.keys()], ({ day, entries }) =>
    entries.every((entry) => !changed.get(day)?.has(entry.id) || !breaksLock(entry, withFields(entry, after), gone)),
  );
  return !all;
}
