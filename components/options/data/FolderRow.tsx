import { tell } from '../../../lib/messaging/telemetry-client.ts';
import { t } from '../../../lib/platform/words.ts';
import { useBackupFolder } from '../../hooks/useBackupFolder.ts';
import type { LongWork } from '../../hooks/useLongWork.ts';
import { Note } from '../../ui/Note.tsx';
import { counted } from './counted.ts';
import { Row } from './Row.tsx';
import { daysAgoText } from './when.ts';

interface Props {
  readonly work: LongWork;
  readonly say: (sentence: string) => void;
}

/** A folder that gets a backup each day; only where the browser lets a page keep one. */
export function FolderRow({ work, say }: Props) {
  const backups = useBackupFolder(work, ({ name, entries }, folder) => {
    say(t('savedToFolder', counted('entries', entries), folder, name));
    void tell({ type: 'telemetry.happened', event: 'backup.created' });
  });
  if (!backups) return null;
  const { folder, choose, write, forget } = backups;
  const busy = work.underway !== null;
  const Button = ({ name, onClick }: { readonly name: string; readonly onClick: () => void }) => (
    <button class="btn" type="button" disabled={busy} onClick={onClick}>
      {name}
    </button>
  );
  if (!folder) {
    return (
      <Row name={t('backupFolder')} help={t('backupFolderHelp')}>
        <Button name={t('chooseFolder')} onClick={choose} />
      </Row>
    );
  }
  const { name, written, allowed, gone } = folder;
  const stands =
    written === null ? t('folderNotWritten', name) : t('folderWritten', name, daysAgoText(written, Date.now()));
  const forgetIt = () => {
    forget();
    say(t('forgotFolder', name));
  };
  return (
    <>
      <Row name={t('backupFolder')} help={allowed ? stands : `${stands} ${t('folderAsks')}`}>
        <Button name={t(allowed ? 'writeNow' : 'allowAndWrite')} onClick={write} />
        <Button name={t('chooseOtherFolder')} onClick={choose} />
        <Button name={t('forgetFolder')} onClick={forgetIt} />
      </Row>
      {gone && !work.problem && (
        <div class="under">
          <Note tone="warn">{t('file_folderGone', name)}</Note>
        </div>
      )}
    </>
  );
}
