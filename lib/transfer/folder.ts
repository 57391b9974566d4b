import { folderBackupName, folderBackupsToDrop, folderIsDue } from '../domain/folder-backups.ts';
import { withLock } from '../platform/lock.ts';
import { type ChosenFolder, chooseFolder, chosenFolder, noteWritten } from '../storage/backup/chosen-folder.ts';
import { noteBackup } from '../storage/copy/last-backup.ts';
import type { JournalQueries } from '../storage/queries.ts';
import { makeBackup } from './make-backup.ts';
import { FileProblem, type FileReason } from './problem.ts';
import type { Task } from './progress.ts';

/** What Chromium adds to the standard's handles. */
interface Asking {
  readonly queryPermission: (of: { mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission: (of: { mode: 'readwrite' }) => Promise<PermissionState>;
}

interface Picking {
  readonly showDirectoryPicker?: (options: object) => Promise<FileSystemDirectoryHandle>;
}

const picking = globalThis as Picking;
const WRITING = { mode: 'readwrite' } as const;
const LOCK = 'backup-folder';

/** Chromium alone lets a page keep a folder. */
export const hasFolders = (): boolean => picking.showDirectoryPicker !== undefined;

export interface FolderState {
  readonly name: string;
  readonly written: number | null;
  /** Whether the browser lets us write without asking; it may forget when it is closed. */
  readonly allowed: boolean;
  /** Whether it is where it was; not known while it may not be read. */
  readonly gone: boolean;
}

const asking = ({ handle }: ChosenFolder): Asking => handle as unknown as Asking;

const isAllowed = async (chosen: ChosenFolder): Promise<boolean> =>
  (await asking(chosen).queryPermission(WRITING)) === 'granted';

export async function folderState(): Promise<FolderState | null> {
  const chosen = await chosenFolder();
  if (!chosen) return null;
  const allowed = await isAllowed(chosen);
  const gone = allowed && (await isGone(chosen));
  return { name: chosen.handle.name, written: chosen.written, allowed, gone };
}

async function isGone({ handle }: ChosenFolder): Promise<boolean> {
  try {
    await handle.keys().next();
    return false;
  } catch (problem) {
    return problem instanceof DOMException && problem.name === 'NotFoundError';
  }
}

/** Lets the person pick. @returns whether one was picked */
export async function pickFolder(): Promise<boolean> {
  const options = { ...WRITING, id: 'backup', startIn: 'documents' };
  const handle = await picking.showDirectoryPicker?.(options).catch((problem: unknown) => {
    if (problem instanceof DOMException && problem.name === 'AbortError') return undefined; // the dialog was closed
    throw problem;
  });
  if (!handle) return false;
  await chooseFolder({ handle, mark: crypto.randomUUID().slice(0, 6), written: null });
  return true;
}

export interface FolderBackup {
  readonly name: string;
  readonly entries: number;
}

/** Writes a backup at a person's click, in which the browser may ask whether it may. @throws {FileProblem} */
export async function writeToFolder(queries: JournalQueries, task: Task): Promise<FolderBackup | null> {
  const chosen = await chosenFolder();
  if (!chosen) return null;
  return told(chosen, async () => {
    const allowed = (await isAllowed(chosen)) || (await asking(chosen).requestPermission(WRITING)) === 'granted';
    if (!allowed) throw new FileProblem('folderForbidden', chosen.handle.name);
    return withLock(LOCK, () => write(chosen, queries, task));
  });
}

/**
 * The day's backup, when it is due and the browser lets us without asking. An empty journal is not written: it would push out
 * the backups of what was lost. Nobody waits for it: what goes wrong is said when the person writes one.
 */
export async function keepInFolder(queriesOf: () => JournalQueries): Promise<void> {
  await withLock(LOCK, async () => {
    const chosen = await chosenFolder();
    if (!chosen || !folderIsDue(chosen.written, Date.now()) || !(await isAllowed(chosen))) return;
    const queries = queriesOf();
    if (await queries.read((reader) => reader.latestEntry())) await write(chosen, queries, {});
  }).catch(() => undefined);
}

async function write(chosen: ChosenFolder, queries: JournalQueries, task: Task): Promise<FolderBackup> {
  const { handle, mark } = chosen;
  const { file, entries } = await makeBackup(queries, task);
  const name = folderBackupName(Temporal.Now.plainDateISO().toString(), mark);
  await replaceFile(handle, name, file);
  const now = Date.now();
  await noteWritten(chosen, now);
  await noteBackup(now);
  const names = await Array.fromAsync(handle.keys());
  for (const old of folderBackupsToDrop(names, mark)) await handle.removeEntry(old);
  return { name, entries };
}

/** What stood under the name stays whole until the new file is; a file that could not be written is not left half there. */
async function replaceFile(folder: FileSystemDirectoryHandle, name: string, file: Blob): Promise<void> {
  const stood = await folder.getFileHandle(name).then(
    () => true,
    () => false,
  );
  const handle = await folder.getFileHandle(name, { create: true });
  try {
    await file.stream().pipeTo(await handle.createWritable());
  } catch (problem) {
    if (!stood) await folder.removeEntry(name).catch(() => undefined);
    throw problem;
  }
}

const reasons: Readonly<Record<string, FileReason>> = {
  NotFoundError: 'folderGone',
  NotAllowedError: 'folderForbidden',
  SecurityError: 'folderForbidden',
  NoModificationAllowedError: 'folderForbidden',
  QuotaExceededError: 'folderFull',
};

/** The file system's errors, told by name. */
async function told<T>({ handle }: ChosenFolder, body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (problem) {
    if (!(problem instanceof DOMException)) throw problem;
    throw new FileProblem(reasons[problem.name] ?? 'folderFailed', handle.name);
  }
}
