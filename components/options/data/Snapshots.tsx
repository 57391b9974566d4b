import { useEffect, useState } from 'preact/hooks';
import { SNAPSHOT_LIMIT, type Snapshot } from '../../../lib/domain/snapshots.ts';
import { t } from '../../../lib/platform/words.ts';
import { transfer } from '../../hooks/transfer.ts';
import { useJournalQueries } from '../../hooks/useJournal.ts';
import type { LongWork } from '../../hooks/useLongWork.ts';
import type { Restore } from '../../hooks/useRestore.ts';
import { Row } from './Row.tsx';
import { sizeText } from './Stored.tsx';
import { dateTimeText } from './when.ts';

/** States of the data kept by themselves, each a click away from being restored. */
export function Snapshots({ work, restore }: { readonly work: LongWork; readonly restore: Restore }) {
  const queries = useJournalQueries();
  const [snapshots, setSnapshots] = useState<readonly Snapshot[] | null>(null);
  const busy = work.underway !== null;
  const read = async () => setSnapshots(await (await transfer.read()).listSnapshots());
  useEffect(() => {
    if (!busy) void read();
  }, [busy]);
  const take = () =>
    work.run('takingSnapshot', async () => {
      const { takeSnapshot, ownVersion } = await transfer.read();
      await takeSnapshot(queries.read, 'daily', ownVersion());
      await read();
    });
  const used = (snapshots ?? []).reduce((sum, { bytes }) => sum + bytes, 0);
  return (
    <div class="card">
      <Row name={t('snapshots')} help={t('snapshotsHelp', sizeText(used), sizeText(SNAPSHOT_LIMIT))}>
        <button class="btn" type="button" disabled={busy} onClick={() => void take()}>
          {t('takeSnapshot')}
        </button>
      </Row>
      {snapshots?.map(({ name, at, reason, bytes }) => (
        <Row key={name} name={dateTimeText(at)} help={`${t(`snapshot_${reason}`)} ${sizeText(bytes)}`}>
          <button
            class="btn"
            type="button"
            disabled={busy}
            aria-label={t('restoreSnapshot', dateTimeText(at))}
            onClick={() => restore.chooseSnapshot(name)}
          >
            {t('restoreThis')}
          </button>
        </Row>
      ))}
    </div>
  );
}
