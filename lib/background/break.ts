import type { Paused } from '../domain/paused.ts';
import type { Change } from '../storage/changes.ts';
import type { Decision } from '../storage/journal.ts';
import { dayOfEntry } from '../storage/page-edits.ts';
import type { JournalReader } from '../storage/reader.ts';

/** What becomes of a break: it ends when something starts or its entry goes, and follows an entry that moves to another day. */
function breakAfter(paused: Paused, changes: readonly Change[]): Paused | null {
  let after: Paused | null = paused;
  for (const change of changes) {
    if (change.kind === 'running' && change.after && change.after.id !== change.before?.id) after = null;
    if (change.kind !== 'entry' || change.before?.id !== paused.entry.id) continue;
    const day = change.after && dayOfEntry(change.after);
    if (day === null) after = null;
    else if (day !== paused.entry.day) after = { ...paused, entry: { day, id: paused.entry.id } };
  }
  return after;
}

/** The break in step with what a command does. */
export async function followBreak<R>(reader: JournalReader, decision: Decision<R>): Promise<Decision<R>> {
  const before = await reader.single('paused');
  if (!before || decision.changes.some(({ kind }) => kind === 'paused')) return decision;
  const after = breakAfter(before, decision.changes);
  return after === before
    ? decision
    : { ...decision, changes: [...decision.changes, { kind: 'paused', before, after }] };
}
