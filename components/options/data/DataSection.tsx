import { useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import { useLongWork } from '../../hooks/useLongWork.ts';
import { Note } from '../../ui/Note.tsx';
import { ExportRow } from './ExportRow.tsx';
import { ImportPart } from './import/ImportPart.tsx';
import { Imports } from './import/Imports.tsx';
import { Progress } from './Progress.tsx';
import { Stored } from './Stored.tsx';

/** Everything about the data as a whole: out, in, kept safe, gone. */
export function DataSection() {
  const work = useLongWork();
  const [said, setSaid] = useState<string | null>(null);
  return (
    <section class="sec" id="data" aria-labelledby="data-heading">
      <h2 id="data-heading">{t('data')}</h2>
      <Stored />
      <Progress work={work} />
      {said && !work.underway && !work.problem && <Note tone="ok">{said}</Note>}
      <div class="card">
        <ImportPart work={work} />
        <ExportRow work={work} say={setSaid} />
      </div>
      <Imports work={work} say={setSaid} />
    </section>
  );
}
