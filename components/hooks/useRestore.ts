import { useState } from 'preact/hooks';
import type { RunningEntry } from '../../lib/domain/entry.ts';
import { send } from '../../lib/messaging/client.ts';
import { tell } from '../../lib/messaging/telemetry-client.ts';
import type { BackupContents, RunningChoice } from '../../lib/transfer/index.ts';
import { transfer } from './transfer.ts';
import { useJournalQueries } from './useJournal.ts';
import type { LongWork } from './useLongWork.ts';

export type { BackupContents, RunningChoice } from '../../lib/transfer/index.ts';

export interface RestoreLook {
  readonly contents: BackupContents;
  readonly mode: 'replace' | 'merge';
  readonly running: RunningChoice;
  /** What runs now. */
  readonly present: RunningEntry | null;
}

export interface Restore {
  readonly look: RestoreLook | null;
  readonly choose: (file: File) => void;
  readonly chooseSnapshot: (name: string) => void;
  readonly change: (look: RestoreLook) => void;
  readonly commit: () => void;
  readonly close: () => void;
}

/** From a chosen backup or snapshot to its contents: read, shown, put in place or added. */
export function useRestore(work: LongWork, done: (entries: number, mode: RestoreLook['mode']) => void): Restore {
  const queries = useJournalQueries();
  const [look, setLook] = useState<RestoreLook | null>(null);
  const open = (fileOf: () => Promise<File> | File) =>
    work.run('readingFile', async (task) => {
      setLook(null);
      const { readBackup } = await transfer.read();
      const file = await fileOf();
      const contents = await readBackup(file, file.name, task);
      const present = await queries.read((reader) => reader.running());
      setLook({ contents, mode: 'replace', running: 'leave', present });
    });
  const commit = () => {
    if (!look) return;
    const { contents, mode, running } = look;
    void work.run('restoring', async (task) => {
      const { takeSnapshot, ownVersion, pageJournal, replaceByBackup, mergeBackup } = await transfer.read();
      await takeSnapshot(queries.read, 'restore', ownVersion());
      if (mode === 'replace') {
        await replaceByBackup(pageJournal(), contents, running, task);
        done(contents.entries.count, mode);
      } else done((await mergeBackup(pageJournal(), contents, running, task)).added, mode);
      setLook(null);
      void send({ type: 'hello' });
      void tell({ type: 'telemetry.happened', event: 'backup.restored' });
    });
  };
  return {
    look,
    choose: (file) => void open(() => file),
    chooseSnapshot: (name) => void open(async () => (await transfer.read()).openSnapshot(name)),
    change: setLook,
    commit,
    close: () => setLook(null),
  };
}
