import { useEffect, useState } from 'preact/hooks';
import type { FolderState } from '../../lib/transfer/index.ts';
import { transfer } from './transfer.ts';
import { useJournalQueries } from './useJournal.ts';
import type { LongWork } from './useLongWork.ts';

export interface BackupFolder {
  /** Null while none is chosen. */
  readonly folder: FolderState | null;
  readonly choose: () => void;
  readonly write: () => void;
  readonly forget: () => void;
}

export type WrittenTo = (backup: { readonly name: string; readonly entries: number }, folder: string) => void;

/** The folder for backups; null until known, and where the browser has none. */
export function useBackupFolder(work: LongWork, written: WrittenTo): BackupFolder | null {
  const queries = useJournalQueries();
  const [known, setKnown] = useState<{ readonly folder: FolderState | null } | null>(null);
  const busy = work.underway !== null;
  const read = async () => {
    const { hasFolders, folderState } = await transfer.read();
    if (hasFolders()) setKnown({ folder: await folderState() });
  };
  useEffect(() => {
    if (!busy) void read();
  }, [busy]);
  useEffect(() => {
    // Another page may have written meanwhile.
    const seen = () => void read();
    addEventListener('focus', seen);
    return () => removeEventListener('focus', seen);
  }, []);
  const put = (first: () => Promise<boolean>) =>
    void work.run('writingToFolder', async (task) => {
      if (!(await first())) return;
      const { writeToFolder, folderState } = await transfer.read();
      const backup = await writeToFolder(queries, task);
      if (backup) written(backup, (await folderState())?.name ?? '');
    });
  return (
    known && {
      folder: known.folder,
      choose: () => put(async () => (await transfer.read()).pickFolder()),
      write: () => put(async () => true),
      forget: () =>
        void transfer.read().then(async ({ forgetFolder }) => {
          await forgetFolder();
          await read();
        }),
    }
  );
}
