import { byId, catalogueById } from '../domain/by-id.ts';
import type { CatalogueKind, Things } from '../domain/catalogue.ts';
import type { RunningEntry, Work } from '../domain/entry.ts';
import type { Favourite } from '../domain/favourite.ts';
import type { SavedReport } from '../domain/saved-report.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { FORMAT } from '../storage/backup/write.ts';
import { migrateItem, SCHEMA } from '../storage/migrations.ts';
import { BackupEntries, EntriesSeen } from './backup-entries.ts';
import { backupPieces } from './backup-pieces.ts';
import { type Fields, isFields, isRunning, isThing } from './backup-shape.ts';
import { withKnownNames } from './known-names.ts';
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
  readonly entries: BackupEntries;
}

/** Looks at a backup, plain or packed, of this version or an older one. @throws {FileProblem | Cancelled} */
export async function readBackup(file: File | Blob, name: string, task: Task): Promise<BackupContents> {
  const seen = new EntriesSeen();
  let head: Fields = {};
  let sum = 0;
  for await (const piece of backupPieces(file)) {
    if (piece.kind === 'head') {
      head = piece.head;
      refuseOthers(head);
    } else if (piece.kind === 'foot') {
      head = { ...head, ...piece.foot };
      sum = piece.sum;
    } else {
      seen.see(piece.entries);
      await breathe(task, piece.share);
    }
  }
  if (typeof head['count'] === 'number' && head['count'] !== seen.lines) throw new FileProblem('damaged');
  const things = wholeThings(head, Number(head['schema']));
  const there = catalogueById(things);
  const mended = <T extends Work>(work: T): T => withKnownNames(work, there);
  const settings = migrated('settings', head['settings'], Number(head['schema']));
  return {
    name,
    created: Number.isFinite(Date.parse(String(head['created']))) ? Date.parse(String(head['created'])) : null,
    settings: isFields(settings) ? ({ ...defaultSettings, ...settings } as Settings) : defaultSettings,
    running: isRunning(head['running']) ? mended(head['running']) : null,
    favourites: listOf<Favourite>(head['favourites']),
    reports: listOf<SavedReport>(head['reports']),
    things,
    entries: new BackupEntries(file, sum, seen, mended),
  };
}

function refuseOthers(head: Fields): void {
  const schema = Number(head['schema']);
  if (head['format'] !== FORMAT || !Number.isSafeInteger(schema) || schema < 1) throw new FileProblem('notBackup');
  if (schema > SCHEMA) throw new FileProblem('newer', String(head['version'] ?? schema));
}

const migrated = (key: string, value: unknown, schema: number): unknown =>
  migrateItem({ key, n: 0, schema, value }).value;

const listOf = <T>(value: unknown): T[] => (Array.isArray(value) ? (value.filter(isFields) as T[]) : []);

function thingsOf<K extends CatalogueKind>(kind: K, value: unknown, schema: number): Things[K] {
  const things = migrated(`${kind}:`, Array.isArray(value) ? value : [], schema) as unknown[];
  if (!things.every((thing) => isThing(kind, thing))) throw new FileProblem('damaged');
  return things as unknown as Things[K]; // each was looked at
}

/** Names of things that are not in the file go, as when they are deleted. */
function wholeThings(head: Fields, schema: number): Things {
  const client = thingsOf('client', head['clients'], schema);
  const project = thingsOf('project', head['projects'], schema);
  const [clients, projects] = [byId(client), byId(project)];
  return {
    client,
    project: project.map((one) => (one.clientId && !clients.has(one.clientId) ? { ...one, clientId: null } : one)),
    task: thingsOf('task', head['tasks'], schema).filter((task) => projects.has(task.projectId)),
    tag: thingsOf('tag', head['tags'], schema),
  };
}
