import { useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import { useLongWork } from '../../hooks/useLongWork.ts';
import { Note } from '../../ui/Note.tsx';
import { ExportRow } from './ExportRow.tsx';
import { Progress } from './Progress.tsx';
import { Stored } from './Stored.tsx';

/** Everything about the data as a whole: out, in, kept safe, gone. */
export function DataSection() {
  const work = useLongWork(() => null);
  const [said, setSaid] = useState<string | null>(null);
  return (
    <section class="sec" id="data" aria-labelledby="data-heading">
      <h2 id="data-heading">{t('data')}</h2>
      <Stored />
      <Progress work={work} />
      {said && !work.underway && !work.problem && <Note tone="ok">{said}</Note>}
      <div class="card">
        <ExportRow work={work} say={setSaid} />
      </div>
    </section>
  );
}
