import { dayOf } from '../domain/civil.ts';
import type { Day, RunningEntry, TimeEntry } from '../domain/entry.ts';
import { type RecentWork, rememberWork } from '../domain/suggestions.ts';
import { sameWork } from '../domain/timer.ts';
import { applyToTotals, type DayTotal, entryRows } from '../domain/totals.ts';
import { type Change, type EntryChange, isThingChange, type ThingChange } from './changes.ts';
import { chunkKey, type Item, pageKey } from './items.ts';
import { SCHEMA } from './migrations.ts';
import type { DatabaseTransaction } from './ports.ts';
import type { JournalReader } from './reader.ts';

/** The day page an entry stands on: that of its start, in its own zone. */
export const dayOfEntry = (entry: TimeEntry): Day => dayOf(entry.start, entry.zone);

type Values = Map<string, unknown>;

/** The items a commit rewrites: as they stand (those that exist) and as they will be, with number `n`. */
export async function rewrite(
  reader: JournalReader,
  changes: readonly Change[],
  n: number,
): Promise<{ before: Item[]; after: Item[] }> {
  const values: Values = new Map();
  for (const change of changes) {
    if (change.kind === 'entry') await rewritePages(reader, values, change);
    else if (isThingChange(change)) await rewriteChunk(reader, values, change);
    else values.set(change.kind, change.after);
  }
  await addBookkeeping(reader, values, changes);
  const before: Item[] = [];
  for (const key of values.keys()) {
    const item = await reader.item(key);
    if (item) before.push(item);
  }
  return { before, after: [...values].map(([key, value]) => ({ key, n, schema: SCHEMA, value })) };
}

async function rewritePages(reader: JournalReader, values: Values, { before, after }: EntryChange): Promise<void> {
  const entriesOf = async (day: Day): Promise<readonly TimeEntry[]> =>
    (values.get(pageKey(day)) as readonly TimeEntry[] | undefined) ?? (await reader.entriesOf(day));
  if (before) {
    const day = dayOfEntry(before);
    const others = (await entriesOf(day)).filter((entry) => entry.id !== before.id);
    values.set(pageKey(day), others);
  }
  if (after) {
    const day = dayOfEntry(after);
    values.set(pageKey(day), [...(await entriesOf(day)), after].sort(byStart));
  }
}

const byStart = (a: TimeEntry, b: TimeEntry): number => a.start - b.start || (a.id < b.id ? -1 : 1);

async function rewriteChunk(reader: JournalReader, values: Values, change: ThingChange): Promise<void> {
  const { kind, before, after } = change;
  const thing = after ?? before;
  if (!thing) return;
  const key = chunkKey(kind, thing.id);
  const chunk = (values.get(key) as readonly { id: string }[] | undefined) ?? (await reader.chunk(kind, thing.id));
  const others = chunk.filter((other) => other.id !== thing.id);
  values.set(key, after ? [...others, after] : others);
}

/** Numbers that were given out, and the list of recent work. */
async function addBookkeeping(reader: JournalReader, values: Values, changes: readonly Change[]): Promise<void> {
  if (reader.takenCounters) values.set('counters', reader.takenCounters);
  const worked = changes.flatMap((change) =>
    (change.kind === 'entry' || change.kind === 'running') && change.after ? [change.after] : [],
  );
  const recent = await reader.recent();
  const remembered = worked.reduce(remember, recent);
  if (remembered !== recent) values.set('recent', remembered);
}

/** The list is rewritten only when something else comes first. */
const remember = (list: readonly RecentWork[], entry: TimeEntry | RunningEntry): readonly RecentWork[] =>
  entry.description === '' || (list[0] && sameWork(list[0], entry)) ? list : rememberWork(list, entry, entry.changed);

/** Brings the day totals in step with the changed entries, in the same transaction. */
export async function retotal(tx: DatabaseTransaction, changes: readonly Change[]): Promise<void> {
  const entries = changes.filter((change) => change.kind === 'entry');
  const removed = entries.flatMap(({ before }) => (before ? entryRows(before) : []));
  const added = entries.flatMap(({ after }) => (after ? entryRows(after) : []));
  const totals: DayTotal[] = [];
  for (const day of new Set([...removed, ...added].map((row) => row.day))) {
    totals.push(applyToTotals(await tx.total(day), day, added, removed));
  }
  if (totals.length > 0) await tx.putTotals(totals);
}
