import {
  type Snapshot,
  type SnapshotReason,
  snapshotName,
  snapshotOf,
  snapshotsToDrop,
} from '../../domain/snapshots.ts';
import type { JournalReader } from '../reader.ts';
import { writeBackup } from './write.ts';

/** In the origin's private file system: a lost database does not take them along. */
const FOLDER = 'snapshots';

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** The snapshots there are, newest first. */
export async function listSnapshots(): Promise<Snapshot[]> {
  const found: Snapshot[] = [];
  for await (const handle of (await folder()).values()) {
    if (!(handle instanceof FileSystemFileHandle)) continue;
    const snapshot = snapshotOf(handle.name, (await handle.getFile()).size);
    if (snapshot) found.push(snapshot);
  }
  return found.sort((a, b) => b.at - a.at);
}

/** As a file of its own: it is read while it is restored, and the snapshot taken before that may push this one out. */
export async function openSnapshot(name: string): Promise<File> {
  const file = await (await (await folder()).getFileHandle(name)).getFile();
  return new File([await file.arrayBuffer()], name);
}

type Read = <T>(body: (reader: JournalReader) => Promise<T>) => Promise<T>;

/**
 * Keeps everything as it stands, packed, and drops what is older than need be.
 * @returns null when there was nothing to keep, or the last one shows the same commit
 */
export async function takeSnapshot(read: Read, reason: SnapshotReason, version: string): Promise<Snapshot | null> {
  const now = Date.now();
  const before = await listSnapshots();
  const n = await read(async (reader) => (await reader.begin())?.n ?? 0);
  if (n === 0 || before[0]?.n === n) return null;
  const made = await read((reader) => writeBackup(reader, { version, now }));
  const name = snapshotName(now, reason, made.n);
  const there = await folder();
  const handle = await there.getFileHandle(name, { create: true });
  try {
    // What is written appears under the name only when it is closed: a kill leaves an empty file, dropped below.
    await made.file
      .stream()
      .pipeThrough(new CompressionStream('gzip'))
      .pipeTo(await handle.createWritable());
  } catch (problem) {
    await there.removeEntry(name).catch(() => undefined);
    throw problem;
  }
  const all = await listSnapshots();
  const cutOff = all.filter(({ bytes }) => bytes === 0);
  for (const gone of [...cutOff, ...snapshotsToDrop(all.filter(({ bytes }) => bytes > 0))]) {
    await there.removeEntry(gone.name);
  }
  return all.find((snapshot) => snapshot.name === name) ?? null;
}

export async function eraseSnapshots(): Promise<void> {
  await (await navigator.storage.getDirectory()).removeEntry(FOLDER, { recursive: true }).catch((problem: unknown) => {
    if (!(problem instanceof DOMException && problem.name === 'NotFoundError')) throw problem;
  });
}
