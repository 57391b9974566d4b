import { weekOf } from './civil.ts';
import type { Day, Instant } from './entry.ts';

/** Why a snapshot was taken. */
export type SnapshotReason = 'daily' | 'import' | 'restore' | 'update' | 'erase';

export interface Snapshot {
  /** Of its file. */
  readonly name: string;
  readonly at: Instant;
  readonly reason: SnapshotReason;
  /** The commit it shows. */
  readonly n: number;
  readonly bytes: number;
}

/** How much all of them may take. */
export const SNAPSHOT_LIMIT = 300_000_000;
const DAILY = 7;
const WEEKLY = 4;
/** Those taken before something large, besides. */
const OTHERS = 5;

const dayOfSnapshot = ({ at }: Snapshot): Day => new Date(at).toISOString().slice(0, 10);
const weekOfSnapshot = (snapshot: Snapshot): Day => weekOf(dayOfSnapshot(snapshot), 1)[0] ?? '';

/** The newest of each group, of the newest groups. */
function newestOf(snapshots: readonly Snapshot[], group: (snapshot: Snapshot) => string, count: number): Snapshot[] {
  const newest = new Map<string, Snapshot>();
  for (const snapshot of snapshots) if (!newest.has(group(snapshot))) newest.set(group(snapshot), snapshot);
  return [...newest.values()].slice(0, count);
}

/** Which snapshots go: one a day for a week stays, one a week for four, the latest others; the newest always, within the limit. */
export function snapshotsToDrop(all: readonly Snapshot[]): Snapshot[] {
  const newestFirst = all.toSorted((a, b) => b.at - a.at);
  const daily = newestFirst.filter(({ reason }) => reason === 'daily');
  const kept = new Set([
    ...newestFirst.slice(0, 1),
    ...newestOf(daily, dayOfSnapshot, DAILY),
    ...newestOf(daily, weekOfSnapshot, WEEKLY),
    ...newestFirst.filter(({ reason }) => reason !== 'daily').slice(0, OTHERS),
  ]);
  let bytes = 0;
  return newestFirst.filter((snapshot, i) => {
    if (!kept.has(snapshot)) return true;
    bytes += snapshot.bytes;
    return i > 0 && bytes > SNAPSHOT_LIMIT;
  });
}

const pattern = /^(\d+)_(daily|import|restore|update|erase)_(\d+)\.json\.gz$/;

export const snapshotName = (at: Instant, reason: SnapshotReason, n: number): string => `${at}_${reason}_${n}.json.gz`;

/** What a file's name says of it; null for what is no snapshot of ours. */
export function snapshotOf(name: string, bytes: number): Snapshot | null {
  const found = pattern.exec(name);
  return found ? { name, at: Number(found[1]), reason: found[2] as SnapshotReason, n: Number(found[3]), bytes } : null;
}
