import { ensureAlarm } from '../platform/alarms.ts';
import { ownVersion } from '../platform/version.ts';
import { onAlarm } from '../platform/wakes.ts';
import { takeSnapshot } from '../storage/backup/snapshots.ts';
import type { Journal } from '../storage/journal.ts';
import { SCHEMA } from '../storage/migrations.ts';

const ALARM = 'snapshot';
/** Minutes: not while the browser starts, then once a day. */
const FIRST = 60;
const DAILY = 24 * 60;

export const armSnapshots = (): Promise<void> => ensureAlarm(ALARM, { delayInMinutes: FIRST, periodInMinutes: DAILY });

/** Once a day a snapshot, when anything was written since the last one. Nobody waits for it, so nobody is told when it fails. */
export function onSnapshotAlarm(journal: Journal): void {
  onAlarm(ALARM, () => void keep(journal, 'daily'));
}

/** The first start of a version with a new schema: what stood before is kept. */
export async function snapshotBeforeUpdate(journal: Journal): Promise<void> {
  const header = await journal.read((reader) => reader.begin());
  if (header && header.schema < SCHEMA) await keep(journal, 'update');
}

const keep = (journal: Journal, reason: 'daily' | 'update'): Promise<unknown> =>
  takeSnapshot((body) => journal.read(body), reason, ownVersion()).catch(() => null);
