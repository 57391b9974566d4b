import type { Day, Instant } from './entry.ts';

/** Days whose backups a folder keeps. */
export const FOLDER_KEEPS = 7;
const DAY = 86_400_000;

/** Whether the folder waits for its next backup; a clock that was set back does not stop it. */
export const folderIsDue = (written: Instant | null, now: Instant): boolean =>
  written === null || now - written >= DAY || now < written;

/** One file a day. @param mark of this browser, for several may write to one synchronised folder */
export const folderBackupName = (day: Day, mark: string): string => `timetracker_folder-backup_${day}_${mark}.json`;

const pattern = /^timetracker_folder-backup_\d{4}-\d{2}-\d{2}_([a-z0-9]+)\.json$/;

/** Which files go so that the newest stay: ours alone; whatever else lies in the folder is not ours to judge. */
export const folderBackupsToDrop = (names: readonly string[], mark: string): string[] =>
  names
    .filter((name) => pattern.exec(name)?.[1] === mark)
    .sort()
    .reverse()
    .slice(FOLDER_KEEPS);
