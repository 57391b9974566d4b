import { useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import { useLongWork } from '../../hooks/useLongWork.ts';
import { useRestore } from '../../hooks/useRestore.ts';
import { Note } from '../../ui/Note.tsx';
import { BackupRows, ReminderRow } from './BackupRows.tsx';
import { counted } from './counted.ts';
import { EraseCard } from './EraseCard.tsx';
import { ExportRow } from './ExportRow.tsx';
import { FolderRow } from './FolderRow.tsx';
import { Health } from './Health.tsx';
import { ImportPart } from './import/ImportPart.tsx';
import { Imports } from './import/Imports.tsx';
import { Progress } from './Progress.tsx';
import { Snapshots } from './Snapshots.tsx';
import { Stored } from './Stored.tsx';

/** Everything about the data as a whole: out, in, kept safe, gone. */
export function DataSection() {
  const work = useLongWork();
  const [said, setSaid] = useState<string | null>(null);
  const restore = useRestore(work, (entries, mode) =>
    setSaid(t(mode === 'replace' ? 'restoredAll' : 'restoredMissing', counted('entries', entries))),
  );
  return (
    <section class="sec" id="data" aria-labelledby="data-heading">
      <h2 id="data-heading">{t('data')}</h2>
      <Stored busy={work.underway !== null} />
      <Progress work={work} />
      {said && !work.underway && !work.problem && <Note tone="ok">{said}</Note>}
      <div class="card">
        <BackupRows work={work} restore={restore} say={setSaid} />
        <FolderRow work={work} say={setSaid} />
        <ImportPart work={work} />
        <ExportRow work={work} say={setSaid} />
        <ReminderRow />
      </div>
      <Imports work={work} say={setSaid} />
      <Snapshots work={work} restore={restore} />
      <Health work={work} />
      <EraseCard work={work} say={setSaid} />
    </section>
  );
}
