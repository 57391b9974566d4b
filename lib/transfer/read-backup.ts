import type { CatalogueKind } from '../domain/catalogue.ts';
import type { RunningEntry, TimeEntry } from '../domain/entry.ts';
import type { Favourite } from '../domain/favourite.ts';
import type { Things } from '../domain/import/catalogue.ts';
import type { SavedReport } from '../domain/saved-report.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { FORMAT } from '../storage/backup/write.ts';
import { migrateItem, SCHEMA } from '../storage/migrations.ts';
import { type Fields, isEntry, isFields, isRunning, isThing } from './backup-shape.ts';
import { readBackupText } from './backup-text.ts';
import { FileProblem } from './problem.ts';
import { breathe, type Task } from './progress.ts';

/** What a backup holds, in today's shape, every reference to something in it. */
export interface BackupContents {
  readonly name: string;
  /** Null where an old file does not say it. */
  readonly created: number | null;
  readonly settings: Settings;
  readonly running: RunningEntry | null;
  readonly favourites: readonly Favourite[];
  readonly reports: readonly SavedReport[];
  readonly things: Things;
  readonly entries: readonly TimeEntry[];
}

const LINES = 4000;
const ENTRIES = '\n"entries":[\n';

/** Reads a backup, plain or packed, of this version or an older one. @throws {FileProblem | Cancelled} */
export async function readBackup(file: File | Blob, name: string, task: Task): Promise<BackupContents> {
  const text = await readBackupText(file);
  const { head, entries } = await parseBackup(text, task);
  const schema = Number(head['schema']);
  if (head['format'] !== FORMAT || !Number.isSafeInteger(schema) || schema < 1) throw new FileProblem('notBackup');
  if (schema > SCHEMA) throw new FileProblem('newer', String(head['version'] ?? schema));
  if (typeof head['count'] === 'number' && head['count'] !== entries.length) throw new FileProblem('damaged');
  const things: Things = {
    client: thingsOf('client', head['clients'], schema),
    project: thingsOf('project', head['projects'], schema),
    task: thingsOf('task', head['tasks'], schema),
    tag: thingsOf('tag', head['tags'], schema),
  };
  const settings = migrated('settings', head['settings'], schema);
  return whole({
    name,
    created: Number.isFinite(Date.parse(String(head['created']))) ? Date.parse(String(head['created'])) : null,
    settings: isFields(settings) ? ({ ...defaultSettings, ...settings } as Settings) : defaultSettings,
    running: isRunning(head['running']) ? head['running'] : null,
    favourites: listOf<Favourite>(head['favourites']),
    reports: listOf<SavedReport>(head['reports']),
    things,
    entries,
  });
}

const migrated = (key: string, value: unknown, schema: number): unknown =>
  migrateItem({ key, n: 0, schema, value }).value;

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value.filter(isFields) as T[]) : []);

function thingsOf<K extends CatalogueKind>(kind: K, value: unknown, schema: number): Things[K] {
  const things = migrated(`${kind}:`, Array.isArray(value) ? value : [], schema) as unknown[];
  if (!things.every((thing) => isThing(kind, thing))) throw new FileProblem('damaged');
  return things as unknown as Things[K]; // each was looked at
}

/** Our layout is read an entry at a time; any other JSON of the same content at once. */
async function parseBackup(text: string, task: Task): Promise<{ head: Fields; entries: TimeEntry[] }> {
  const from = text.indexOf(ENTRIES);
  const to = text.lastIndexOf('\n],\n"count":');
  if (from >= 0 && to >= from) {
    const head = parsed(`${text.slice(0, from)}\n"entries":[${text.slice(to)}`);
    if (!isFields(head)) throw new FileProblem('notBackup');
    return { head, entries: await parseLines(text, from + ENTRIES.length, to, task) };
  }
  const head = parsed(text);
  if (!isFields(head)) throw new FileProblem('notBackup');
  if (!Array.isArray(head['entries'])) throw new FileProblem(head['format'] === FORMAT ? 'damaged' : 'notBackup');
  return { head, entries: head['entries'].map(checked) };
}

async function parseLines(text: string, from: number, to: number, task: Task): Promise<TimeEntry[]> {
  const entries: TimeEntry[] = [];
  for (let at = from; at < to; ) {
    let end = at;
    for (let lines = 0; lines < LINES && end < to; lines += 1) {
      const next = text.indexOf('\n', end + 1);
      end = next < 0 || next > to ? to : next;
    }
    const slice = parsed(`[${text.slice(at, end).replace(/,\s*$/, '')}]`);
    for (const entry of slice as unknown[]) entries.push(checked(entry));
    at = end;
    await breathe(task, (end - from) / (to - from));
  }
  return entries;
}

function checked(value: unknown): TimeEntry {
  if (!isEntry(value)) throw new FileProblem('damaged');
  return value;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new FileProblem(json.trimStart().startsWith('{') || json.startsWith('[') ? 'damaged' : 'notBackup');
  }
}

/** Names of things that are not in the file go, as when they are deleted; ids stand once. */
function whole(contents: BackupContents): BackupContents {
  const has = (kind: CatalogueKind) => new Set(contents.things[kind].map(({ id }) => id));
  const [clients, projects, tags] = [has('client'), has('project'), has('tag')];
  const taskProject = new Map(contents.things.task.map((task) => [task.id, task.projectId]));
  const mended = <T extends TimeEntry | RunningEntry>(entry: T): T => {
    const projectId = entry.projectId && projects.has(entry.projectId) ? entry.projectId : null;
    const taskId = entry.taskId && taskProject.get(entry.taskId) === projectId ? entry.taskId : null;
    const sound = projectId === entry.projectId && taskId === entry.taskId && entry.tagIds.every((id) => tags.has(id));
    return sound ? entry : { ...entry, projectId, taskId, tagIds: entry.tagIds.filter((id) => tags.has(id)) };
  };
  const project = contents.things.project.map((one) =>
    one.clientId && !clients.has(one.clientId) ? { ...one, clientId: null } : one,
  );
  return {
    ...contents,
    things: { ...contents.things, project, task: contents.things.task.filter((task) => projects.has(task.projectId)) },
    running: contents.running && mended(contents.running),
    entries: [...new Map(contents.entries.map((entry) => [entry.id, mended(entry)])).values()],
  };
}
