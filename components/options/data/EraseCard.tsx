import { useState } from 'preact/hooks';
import { isRefused } from '../../../lib/messaging/answers.ts';
import { send } from '../../../lib/messaging/client.ts';
import { tell } from '../../../lib/messaging/telemetry-client.ts';
import { t } from '../../../lib/platform/words.ts';
import { transfer } from '../../hooks/transfer.ts';
import { useJournal, useJournalQueries } from '../../hooks/useJournal.ts';
import type { LongWork } from '../../hooks/useLongWork.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useDownloadBackup } from './BackupRows.tsx';
import { counted } from './counted.ts';
import { Row } from './Row.tsx';

interface Props {
  readonly work: LongWork;
  readonly say: (sentence: string) => void;
}

/** The one thing that cannot be undone: a word has to be typed for it. */
export function EraseCard({ work, say }: Props) {
  const queries = useJournalQueries();
  const [entries, setEntries] = useState<number | null>(null);
  const open = async () => setEntries(await (await transfer.read()).countEntries(queries));
  return (
    <div class="card">
      <Row name={t('eraseEverything')} help={t('eraseEverythingHelp')}>
        <button class="btn danger" type="button" disabled={work.underway !== null} onClick={() => void open()}>
          {t('eraseAllData')}
        </button>
      </Row>
      {entries !== null && <Confirm work={work} say={say} entries={entries} onClose={() => setEntries(null)} />}
    </div>
  );
}

function Confirm({ work, say, entries, onClose }: Props & { readonly entries: number; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const { save } = useDownloadBackup({ work, say });
  const projects = useJournal(async (reader) => (await reader.things('project')).length, []);
  const word = t('eraseWord');
  const matches = typed.trim().toLowerCase() === word.toLowerCase();
  const busy = work.underway !== null;
  const erase = () =>
    work.run('erasing', async () => {
      const answer = await send({ type: 'data.erase' });
      if (isRefused(answer)) throw new Error(answer.refused);
      await tell({ type: 'telemetry.eraseAll' });
      onClose();
      say(t('erased'));
    });
  return (
    <section class="under look" aria-labelledby="erase-heading">
      <h3 id="erase-heading">{t('eraseHeading')}</h3>
      <p>{t('eraseText', counted('entries', entries), counted('projects', projects ?? 0))}</p>
      <TextField id="erase-word" label={t('typeToErase', word)} value={typed} onInput={setTyped} />
      <div class="acts">
        <button class="btn" type="button" disabled={busy} onClick={save}>
          {t('downloadBackupFirst')}
        </button>
        <button class="btn" type="button" disabled={busy} onClick={onClose}>
          {t('cancel')}
        </button>
        <button class="btn danger" type="button" disabled={busy || !matches} onClick={() => void erase()}>
          {t('eraseAllDataNow')}
        </button>
      </div>
    </section>
  );
}
