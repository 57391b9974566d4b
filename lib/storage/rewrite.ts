import type { CatalogueKind } from '../domain/catalogue.ts';
import type { Day, Id, RunningEntry, TimeEntry } from '../domain/entry.ts';
import { type Replacement, renamedWorks } from '../domain/replace.ts';
import { type RecentWork, rememberWork } from '../domain/suggestions.ts';
import { sameWork } from '../domain/timer.ts';
import { applyToTotals, type DayTotal, type EntryRow, entryRows } from '../domain/totals.ts';
import { type Change, isOfPages, isThingChange, type ThingChange } from './changes.ts';
import { chunkKey, dayOfPageKey, type Item, isPageKey, pageKey } from './items.ts';
import { SCHEMA } from './migrations.ts';
import { edited, editsByDay, goneFrom } from './page-edits.ts';
import type { DatabaseTransaction } from './ports.ts';
import type { JournalReader } from './reader.ts';

export interface Rewritten {
  /** The items as they stand (those that exist) and as they will be. */
  readonly before: readonly Item[];
  readonly after: readonly Item[];
}

type Values = Map<string, unknown>;

/** The items a commit rewrites, with number `n`. */
export async function rewrite(reader: JournalReader, changes: readonly Change[], n: number): Promise<Rewritten> {
  const values: Values = await besidePages(reader, changes);
  for (const [day, edits] of editsByDay(changes)) values.set(pageKey(day), edited(await reader.entriesOf(day), edits));
  return { before: await standing(reader, values), after: itemsOf(values, n) };
}

export async function standing(reader: JournalReader, values: Values): Promise<Item[]> {
  const before: Item[] = [];
  for (const key of values.keys()) {
    const item = await reader.item(key);
    if (item) before.push(item);
  }
  return before;
}

export const itemsOf = (values: Values, n: number): Item[] =>
  [...values].map(([key, value]) => ({ key, n, schema: SCHEMA, value }));

/** What a commit rewrites other than pages. */
export async function besidePages(reader: JournalReader, changes: readonly Change[]): Promise<Values> {
  const values: Values = new Map();
  for (const change of changes) {
    if (isThingChange(change)) await rewriteChunk(reader, values, change);
    else if (!isOfPages(change)) values.set(change.kind, change.after);
  }
  await addBookkeeping(reader, values, changes);
  return values;
}

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
  const remembered = worked.reduce(remember, (values.get('recent') as readonly RecentWork[] | undefined) ?? recent);
  const named = renamedWorks(remembered, withoutWhatGoes(changes));
  if (named !== recent) values.set('recent', named);
}

/** What a commit takes out of the catalogue is named by nothing any more. */
function withoutWhatGoes(changes: readonly Change[]): Replacement {
  const goes = (kind: CatalogueKind): Map<Id, null> => {
    const things = changes.filter((change) => change.kind === kind).filter(isThingChange);
    return new Map(things.flatMap(({ before, after }) => (before && !after ? [[before.id, null]] : [])));
  };
  return { projects: goes('project'), tasks: goes('task'), tags: goes('tag') };
}

/** The list is rewritten only when something else comes first. */
const remember = (list: readonly RecentWork[], entry: TimeEntry | RunningEntry): readonly RecentWork[] =>
  entry.description === '' || (list[0] && sameWork(list[0], entry)) ? list : rememberWork(list, entry, entry.changed);

/** Brings the day totals in step with the rewritten pages, in the same transaction. */
export async function retotal(tx: DatabaseTransaction, { before, after }: Rewritten): Promise<void> {
  const then = pagesOf(before);
  const removed: EntryRow[] = [];
  const added: EntryRow[] = [];
  for (const [day, now] of pagesOf(after)) {
    const page = then.get(day) ?? [];
    removed.push(...goneFrom(page, now).flatMap(entryRows));
    added.push(...goneFrom(now, page).flatMap(entryRows));
  }
  const ofDay = { removed: Map.groupBy(removed, ({ day }) => day), added: Map.groupBy(added, ({ day }) => day) };
  const days = [...new Set([...ofDay.removed.keys(), ...ofDay.added.keys()])].sort();
  const standing = await totalsOn(tx, days);
  tx.putTotals(
    days.map((day, i) => applyToTotals(standing[i], day, ofDay.added.get(day) ?? [], ofDay.removed.get(day) ?? [])),
  );
}

/** In the order of the days; those of many days in one go, where that does not bring many others along. */
async function totalsOn(tx: DatabaseTransaction, days: readonly Day[]): Promise<(DayTotal | undefined)[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const apart = (Date.parse(last) - Date.parse(first)) / 86_400_000;
  if (days.length < 8 || apart > 4 * days.length) return Promise.all(days.map((day) => tx.total(day)));
  const found = new Map((await tx.totalsBetween(first, last)).map((total) => [total.day, total]));
  return days.map((day) => found.get(day));
}

const pagesOf = (items: readonly Item[]): Map<Day, readonly TimeEntry[]> =>
  new Map(
    items
      .filter(({ key }) => isPageKey(key))
      .map(({ key, value }) => [dayOfPageKey(key), (value ?? []) as readonly TimeEntry[]]),
  );
