import { useEffect, useState } from 'preact/hooks';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { transfer } from '../../hooks/transfer.ts';
import { type CopyState, type Findings, useCopyState } from '../../hooks/useCopyState.ts';
import { useJournalQueries } from '../../hooks/useJournal.ts';
import type { LongWork } from '../../hooks/useLongWork.ts';
import { Note } from '../../ui/Note.tsx';
import { counted } from './counted.ts';
import { Row } from './Row.tsx';

const copyText = (copy: CopyState | null): string => {
  if (!copy) return '';
  if (copy.state === 'whole') return t('copiesWhole');
  if (copy.state === 'missing') return t('copyMissing');
  return t('copyFollowing', copy.has.toLocaleString(formatLocale()), copy.of.toLocaleString(formatLocale()));
};

const findingsText = ({ totals, orphans, misplaced }: Findings): string =>
  [
    ...(totals > 0 ? [counted('wrongTotals', totals)] : []),
    ...(orphans > 0 ? [counted('orphans', orphans)] : []),
    ...(misplaced > 0 ? [counted('misplaced', misplaced)] : []),
  ].join(', ');

/** How the data is kept, what that protects from, and whether it is sound. */
export function Health({ work }: { readonly work: LongWork }) {
  const queries = useJournalQueries();
  const copy = useCopyState();
  const [found, setFound] = useState<{ readonly findings: Findings; readonly sound: boolean } | null>(null);
  const busy = work.underway !== null;
  useEffect(() => {
    if (busy) setFound(null);
  }, [busy]);
  const check = () =>
    work.run('checking', async (task) => {
      const { checkData, isSound } = await transfer.read();
      const findings = await queries.read((reader) => checkData(reader, task));
      setFound({ findings, sound: isSound(findings) });
    });
  const mend = () =>
    work.run('mending', async () => {
      const { mendData, pageJournal, takeSnapshot, ownVersion, checkData, isSound } = await transfer.read();
      await takeSnapshot(queries.read, 'restore', ownVersion());
      await mendData(pageJournal());
      const findings = await queries.read((reader) => checkData(reader));
      setFound({ findings, sound: isSound(findings) });
    });
  return (
    <div class="card">
      <Row name={t('twoCopies')} help={copyText(copy)} />
      <Row name={t('whatProtects')} help={t('whatProtectsHelp')} />
      <Row name={t('checkData')} help={t('checkDataHelp')}>
        <button class="btn" type="button" disabled={busy} onClick={() => void check()}>
          {t('checkNow')}
        </button>
      </Row>
      {found && (
        <div class="under">
          <Note tone={found.sound ? 'ok' : 'warn'}>
            {found.sound
              ? t('dataSound', counted('entries', found.findings.entries), counted('days', found.findings.days))
              : t('dataUnsound', findingsText(found.findings))}
            {!found.sound && (
              <div class="row">
                <button class="btn sm" type="button" onClick={() => void mend()}>
                  {t('mend')}
                </button>
              </div>
            )}
          </Note>
        </div>
      )}
    </div>
  );
}
