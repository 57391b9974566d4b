import { browser } from '../../platform/browser.ts';
import type { Recently } from '../queries.ts';
import { LAST_BACKUP_KEY } from './last-backup.ts';
import { NOTICE_KEY, parseNotice } from './notice-board.ts';
import { HEADER_KEY } from './watch.ts';

/**
 * What the popup shows first, prepared by the worker after a commit, so that opening it costs one small read. For display
 * only: nothing is decided by it, and one that is not of the last commit is not used.
 */
export const SNAPSHOT_KEY = 'popup';

export interface Snapshot extends Omit<Recently, 'projects' | 'clients' | 'done' | 'notice' | 'lastBackup'> {
  /** Number of the commit it shows. */
  readonly n: number;
  /** Version of the extension that made it; another may want something else. */
  readonly madeBy: string;
  readonly projects: readonly (readonly [string, unknown])[];
  readonly clients: readonly (readonly [string, unknown])[];
  readonly done: readonly (readonly [string, number])[];
}

export const thisVersion = (): string => browser.runtime.getManifest().version;

export function parseSnapshot(text: unknown): Snapshot | null {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as Snapshot) : null;
  } catch {
    return null;
  }
}

/** Null when there is none of the last commit. */
export async function readSnapshot(): Promise<Recently | null> {
  const stored = await browser.storage.local.get([HEADER_KEY, NOTICE_KEY, LAST_BACKUP_KEY, SNAPSHOT_KEY]);
  const header = stored[HEADER_KEY] as { readonly n?: unknown; readonly behind?: unknown } | undefined;
  const snapshot = parseSnapshot(stored[SNAPSHOT_KEY]);
  if (!snapshot || header?.n !== snapshot.n || header.behind !== null || snapshot.madeBy !== thisVersion()) return null;
  const { projects, clients, done, n: _, madeBy: __, ...shown } = snapshot;
  return {
    ...shown,
    projects: new Map(projects as [string, never][]), // as the worker of this version wrote them
    clients: new Map(clients as [string, never][]),
    done: new Map(done),
    notice: parseNotice(stored[NOTICE_KEY]),
    lastBackup: typeof stored[LAST_BACKUP_KEY] === 'number' ? stored[LAST_BACKUP_KEY] : null,
  };
}
