import type { AwayQuestion } from '../domain/away.ts';
import { isRefused, type Refused, refuse } from '../domain/refusal.ts';
import type { Settings } from '../domain/settings.ts';
import { type Change, inverse } from './changes.ts';
import type { Deed } from './history.ts';
import { migrateChanges } from './migrations.ts';
import type { UndoRow } from './ports.ts';
import type { JournalReader } from './reader.ts';
import { namesWhatIsGone, usesWhatGoes } from './references.ts';
import { stands } from './stands.ts';

/** What a person did in a step: the type of its command; null when a version that did not note it wrote the step. */
export interface Undone {
  readonly act: string | null;
}

interface TakenBack {
  readonly changes: readonly Change[];
  readonly result: Undone;
  readonly deed: Deed;
}

/** What the last thing a person did, or the one of step `step`, needs to be taken back. */
export async function takeBack(reader: JournalReader, step?: number): Promise<TakenBack | Refused> {
  const { done } = await reader.history();
  const takesBack = step ?? done.at(-1);
  if (takesBack === undefined) return refuse('nothingToUndo');
  const row = done.includes(takesBack) ? await reader.undoRow(takesBack) : undefined;
  if (!row) return refuse('undoGone');
  const changes = await onTop(reader, inverse(changesOf(row)));
  if (isRefused(changes)) return changes;
  return { changes, result: { act: row.act ?? null }, deed: { takesBack } };
}

/** What the step that was taken back last needs to be done again. */
export async function bringBack(reader: JournalReader): Promise<TakenBack | Refused> {
  const bringsBack = (await reader.history()).undone.at(-1);
  if (bringsBack === undefined) return refuse('nothingToRedo');
  const row = await reader.undoRow(bringsBack);
  if (!row) return refuse('nothingToRedo');
  const changes = await onTop(reader, changesOf(row));
  return isRefused(changes) ? changes : { changes, result: { act: row.act ?? null }, deed: { bringsBack } };
}

const changesOf = (row: UndoRow): readonly Change[] => migrateChanges(row.changes, row.schema ?? 1);

/** The changes on the journal as it stands, unless what they replace was changed since or something newer leans on it. */
async function onTop(reader: JournalReader, changes: readonly Change[]): Promise<readonly Change[] | Refused> {
  const result: Change[] = [];
  for (const change of changes) {
    if (await stands(reader, change)) result.push(change);
    else if (change.kind === 'away') {
      const now = await reader.away();
      const after = questionsOnTop(change.before, change.after, now);
      if (!after) return refuse('changedSince');
      result.push({ kind: 'away', before: now, after });
    } else if (change.kind === 'settings') {
      const now = await reader.settings();
      const after = settingsOnTop(change.before, change.after, now);
      if (!after) return refuse('changedSince');
      result.push({ kind: 'settings', before: now, after });
    } else if (change.kind !== 'recent') return refuse('changedSince'); // recent work follows from the rest by itself
  }
  if (await namesWhatIsGone(reader, result)) return refuse('changedSince');
  return (await usesWhatGoes(reader, result)) ? refuse('usedSince') : result;
}

/** Nobody but the worker asks about away times, so a question about another entry stays where it is. */
function questionsOnTop(
  before: readonly AwayQuestion[],
  after: readonly AwayQuestion[],
  now: readonly AwayQuestion[],
): readonly AwayQuestion[] | null {
  const concerned = new Set([...before, ...after].map(({ entryId }) => entryId));
  const alike = JSON.stringify(now.filter(({ entryId }) => concerned.has(entryId))) === JSON.stringify(before);
  return alike ? [...after, ...now.filter(({ entryId }) => !concerned.has(entryId))] : null;
}

/** Each setting for itself: another one that was changed since stays as it is. */
function settingsOnTop(before: Settings, after: Settings, now: Settings): Settings | null {
  const names = Object.keys(after) as (keyof Settings)[];
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const changed = names.filter((name) => !same(before[name], after[name]));
  if (!changed.every((name) => same(now[name], before[name]))) return null;
  return { ...now, ...Object.fromEntries(changed.map((name) => [name, after[name]])) };
}

/** What would be taken back and what would be done again next. */
export async function nextSteps(reader: JournalReader): Promise<{ back: Undone | null; forth: Undone | null }> {
  const { done, undone } = await reader.history();
  const at = async (step: number | undefined): Promise<Undone | null> =>
    step === undefined ? null : { act: (await reader.undoRow(step))?.act ?? null };
  return { back: await at(done.at(-1)), forth: await at(undone.at(-1)) };
}
