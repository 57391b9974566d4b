import { catalogueKinds } from '../domain/catalogue.ts';
import { type ImportNote, NOTES_KEPT } from '../domain/import-note.ts';
import { isRefused, type Refused } from '../domain/refusal.ts';
import { rememberWork } from '../domain/suggestions.ts';
import type { Change, ThingChange } from '../storage/changes.ts';
import type { Journal } from '../storage/journal.ts';
import type { JournalReader } from '../storage/reader.ts';
import { madeIds, type Prepared } from './prepare.ts';
import { FileProblem } from './problem.ts';
import { betweenSlices, Cancelled, type Task } from './progress.ts';
import { latestOf, recentOf } from './restore.ts';

/**
 * Writes a prepared import: all of it, or nothing.
 * @throws {Cancelled} then nothing was written
 * @throws {FileProblem} `moved`: something else was written since it was prepared
 */
export async function commitImport(journal: Journal, prepared: Prepared, task: Task) {
  const committed = await journal.commit(async (reader) => {
    if (task.signal?.aborted) throw new Cancelled();
    if (((await reader.begin())?.n ?? 0) !== prepared.n) return { changes: [], result: 'moved' as const };
    return { changes: await changesOf(reader, prepared), result: 'imported' as const, onSlice: betweenSlices(task) };
  });
  if (!isRefused(committed) && committed.result === 'moved') throw new FileProblem('moved');
  return committed as Refused | typeof committed;
}

/** What came in is offered while a description is typed, after what was tracked here. */
async function recentChange(reader: JournalReader, pages: Prepared['pages']): Promise<Change> {
  const before = await reader.recent();
  return {
    kind: 'recent',
    before,
    after: before
      .toReversed()
      .reduce((list, work) => rememberWork(list, work, work.lastUsed), recentOf(latestOf(pages))),
  };
}

async function changesOf(reader: JournalReader, prepared: Prepared): Promise<Change[]> {
  const { importId, name, create, made, pages } = prepared;
  await reader.takeNumbers('entry', create);
  const things: Change[] = [];
  for (const kind of catalogueKinds) {
    await reader.takeNumbers(kind, made[kind].length);
    for (const after of made[kind]) things.push({ kind, before: null, after } as ThingChange);
  }
  const before = await reader.single('imports');
  const note: ImportNote = { id: importId, name, at: Date.now(), entries: create, made: madeIds(made) };
  return [
    ...things,
    { kind: 'import', importId, before: null, after: pages },
    await recentChange(reader, pages),
    { kind: 'imports', before, after: [...before, note].slice(-NOTES_KEPT) },
  ];
}
