import { ownVersion } from '../platform/version.ts';
import { writeBackup } from '../storage/backup/write.ts';
import type { JournalQueries } from '../storage/queries.ts';
import { betweenSlices, type Task } from './progress.ts';

export interface MadeBackup {
  readonly name: string;
  readonly file: Blob;
  readonly entries: number;
}

/** Everything in one file, named by its day. @throws {Cancelled} */
export async function makeBackup(queries: JournalQueries, task: Task): Promise<MadeBackup> {
  const now = Date.now();
  const { file, entries } = await queries.read((reader) =>
    writeBackup(reader, { onSlice: betweenSlices(task), version: ownVersion(), now }),
  );
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(Temporal.Now.timeZoneId()).toPlainDate();
  return { name: `timetracker_backup_${day}.json`, file, entries };
}
