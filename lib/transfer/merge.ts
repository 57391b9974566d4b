import { type CatalogueKind, type CatalogueThings, catalogueKinds, type Things } from '../domain/catalogue.ts';
import type { Id, TimeEntry } from '../domain/entry.ts';
import { fold } from '../domain/fold.ts';
import { AlreadyThere } from '../domain/import/same.ts';
import { type ImportNote, NOTES_KEPT } from '../domain/import-note.ts';
import { newId } from '../platform/ids.ts';
import type { Change, ThingChange } from '../storage/changes.ts';
import type { Journal } from '../storage/journal.ts';
import { dayOfEntry } from '../storage/page-edits.ts';
import type { JournalReader } from '../storage/reader.ts';
import { madeIds } from './prepare.ts';
import { betweenSlices, type Task } from './progress.ts';
import type { BackupContents } from './read-backup.ts';
import { type RunningChoice, stoppedRunning } from './restore.ts';

/**
 * Adds what a backup has and the journal lacks; whatever is there stays as it is. It is an import, and is taken back like one.
 * @throws {Cancelled}
 */
export async function mergeBackup(
  journal: Journal,
  contents: BackupContents,
  choice: RunningChoice,
  task: Task,
): Promise<{ added: number }> {
  const entries = [...(await contents.entries.all()), ...stoppedRunning(contents, choice)];
  const committed = await journal.commit(async (reader) => {
    const { changes, added } = await additions(reader, contents, entries);
    return { changes, result: { added }, onSlice: betweenSlices(task) };
  });
  if ('refused' in committed) throw new Error(committed.refused);
  return committed.result;
}

async function additions(reader: JournalReader, contents: BackupContents, entries: readonly TimeEntry[]) {
  const importId = newId();
  const { made, idOf } = await missingThings(reader, contents.things);
  const missing = await missingEntries(reader, entries);
  const first = (await reader.counters()).entry + 1;
  await reader.takeNumbers('entry', missing.length);
  const added = missing.map(
    (entry, i): TimeEntry => ({
      ...entry,
      number: first + i,
      importId,
      projectId: entry.projectId && idOf(entry.projectId),
      taskId: entry.taskId && idOf(entry.taskId),
      tagIds: entry.tagIds.map(idOf),
    }),
  );
  const changes: Change[] = [];
  for (const kind of catalogueKinds) {
    for (const after of made[kind]) changes.push({ kind, before: null, after } as ThingChange);
  }
  if (added.length > 0) changes.push({ kind: 'import', importId, before: null, after: Map.groupBy(added, dayOfEntry) });
  if (changes.length > 0) {
    const before = await reader.single('imports');
    const note: ImportNote = {
      ...{ id: importId, name: contents.name, at: Date.now(), entries: added.length },
      made: madeIds(made),
    };
    changes.push({ kind: 'imports', before, after: [...before, note].slice(-NOTES_KEPT) });
  }
  return { changes, added: added.length };
}

async function missingEntries(reader: JournalReader, entries: readonly TimeEntry[]): Promise<TimeEntry[]> {
  const there = new AlreadyThere(entries);
  for await (const { pages } of reader.allPages()) {
    for (const { entries: standing } of pages) for (const entry of standing) there.see(entry);
  }
  const running = await reader.running();
  return entries.filter((entry) => entry.id !== running?.id && !there.takes(entry, entry.description, entry.id));
}

/** Things by id, else by name (a project within its client, a task within its project); the rest is to be made. */
async function missingThings(reader: JournalReader, things: Things) {
  const ids = new Map<Id, Id>();
  const idOf = (id: Id): Id => ids.get(id) ?? id;
  const made: { [K in CatalogueKind]: CatalogueThings[K][] } = { client: [], project: [], task: [], tag: [] };
  const add = async <K extends CatalogueKind>(kind: K, ownerOf: (thing: CatalogueThings[K]) => Id | null) => {
    const key = (thing: CatalogueThings[K]): string => `${ownerOf(thing) ?? ''} ${fold(thing.name.trim())}`;
    const there = await reader.things(kind);
    const byId = new Set(there.map(({ id }) => id));
    const byName = new Map(there.map((thing) => [key(thing), thing.id]));
    const number = (await reader.counters())[kind];
    for (const thing of things[kind]) {
      if (byId.has(thing.id)) continue;
      const same = byName.get(key(thing));
      if (same) ids.set(thing.id, same);
      else made[kind].push({ ...thing, number: number + made[kind].length + 1 });
    }
    await reader.takeNumbers(kind, made[kind].length);
  };
  await add('client', () => null);
  await add('project', ({ clientId }) => clientId && idOf(clientId));
  await add('task', ({ projectId }) => idOf(projectId));
  await add('tag', () => null);
  made.project = made.project.map((one) => ({ ...one, clientId: one.clientId && idOf(one.clientId) }));
  made.task = made.task.map((one) => ({ ...one, projectId: idOf(one.projectId) }));
  return { made, idOf };
}
