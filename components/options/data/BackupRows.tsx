import { useEffect, useState } from 'preact/hooks';
import { send } from '../../../lib/messaging/client.ts';
import { tell } from '../../../lib/messaging/telemetry-client.ts';
import { t } from '../../../lib/platform/words.ts';
import { transfer } from '../../hooks/transfer.ts';
import { useJournal, useJournalQueries } from '../../hooks/useJournal.ts';
import type { LongWork } from '../../hooks/useLongWork.ts';
import type { Restore } from '../../hooks/useRestore.ts';
import { saveFile } from '../../save-file.ts';
import { FileButton } from '../../ui/FileButton.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { counted } from './counted.ts';
import { RestorePanel } from './RestorePanel.tsx';
import { Row } from './Row.tsx';
import { daysAgoText } from './when.ts';

interface Props {
  readonly work: LongWork;
  readonly restore: Restore;
  readonly say: (sentence: string) => void;
}

/** Saves everything as a file; used by the row and before erasing. */
export function useDownloadBackup({ work, say }: Pick<Props, 'work' | 'say'>): {
  save: () => void;
  last: number | null;
} {
  const queries = useJournalQueries();
  const [last, setLast] = useState<number | null>(null);
  useEffect(() => {
    const read = async () => setLast(await (await transfer.read()).lastBackup());
    if (!work.underway) void read();
  }, [work.underway === null]);
  const save = () =>
    void work.run('backingUp', async (task) => {
      const { makeBackup, noteBackup } = await transfer.read();
      const { name, file, entries } = await makeBackup(queries, task);
      saveFile(name, file);
      const now = Date.now();
      await noteBackup(now);
      setLast(now);
      say(t('savedBackup', counted('entries', entries), name));
      void tell({ type: 'telemetry.happened', event: 'backup.created' });
    });
  return { save, last };
}

/** A backup out, a backup in. */
export function BackupRows({ work, restore, say }: Props) {
  const { save, last } = useDownloadBackup({ work, say });
  const busy = work.underway !== null;
  const when = last === null ? t('neverBackedUp') : t('lastBackup', daysAgoText(last, Date.now()));
  return (
    <>
      <Row name={t('backupFile')} help={`${t('backupFileHelp')} ${when}`}>
        <button class="btn" type="button" disabled={busy} onClick={save}>
          <Icon name="download" />
          {t('downloadBackup')}
        </button>
      </Row>
      <Row name={t('restoreFromBackup')} help={t('restoreFromBackupHelp')}>
        <FileButton accept=".json,.gz,application/json,application/gzip" disabled={busy} onChoose={restore.choose}>
          {t('chooseFile')}
        </FileButton>
      </Row>
      {restore.look && <RestorePanel restore={restore} look={restore.look} busy={busy} />}
    </>
  );
}

const choices = [7, 14, 30] as const;

/** How often the person wants to be reminded of a backup. */
export function ReminderRow() {
  const every = useJournal(async (reader) => ({ days: (await reader.settings()).backupEvery }), []);
  return (
    <Row name={t('remindBackup')} labelFor="remind-backup">
      <select
        class="in"
        id="remind-backup"
        value={every?.days ?? ''}
        onChange={({ currentTarget: { value } }) =>
          void send({ type: 'settings.update', changes: { backupEvery: value === '' ? null : Number(value) } })
        }
      >
        {choices.map((days) => (
          <option key={days} value={days}>
            {t(`every${days}Days`)}
          </option>
        ))}
        <option value="">{t('never')}</option>
      </select>
    </Row>
  );
}
