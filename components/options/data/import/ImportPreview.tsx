import { useState } from 'preact/hooks';
import { formatLocale, t } from '../../../../lib/platform/words.ts';
import { durationText } from '../../../duration-text.ts';
import type { Import, ImportState, OpenChoices, Prepared } from '../../../hooks/useImport.ts';
import { Note } from '../../../ui/Note.tsx';
import { counted } from '../counted.ts';
import { BadLines } from './BadLines.tsx';
import { ImportChoices } from './ImportChoices.tsx';
import { sourceName } from './source-name.ts';

interface Props {
  readonly bringing: Import;
  readonly state: Extract<ImportState, { step: 'look' }>;
  readonly busy: boolean;
}

/** `182 entries, 3 new projects, 4 already here (skipped), 2 rows could not be read` */
function summaryOf({ create, made, skipped, bad }: Prepared): string {
  return [
    counted('entries', create),
    ...(made.project.length > 0 ? [counted('newProjects', made.project.length)] : []),
    ...(skipped > 0 ? [t('alreadyHere', skipped.toLocaleString(formatLocale()))] : []),
    ...(bad.length > 0 ? [counted('unreadRows', bad.length)] : []),
  ].join(', ');
}

function alsoNew({ made }: Prepared): string {
  const others = (['client', 'task', 'tag'] as const).filter((kind) => made[kind].length > 0);
  return others.map((kind) => counted(`${kind}s`, made[kind].length)).join(', ');
}

const stillOpen = ({ order, unit }: OpenChoices): string => {
  if (order === null) return t('chooseOrderFirst');
  return unit === null ? t('chooseUnitFirst') : '';
};

/** What the import would do, before it does it. */
export function ImportPreview({ bringing, state, busy }: Props) {
  const { file, choices, prepared } = state;
  const [shown, setShown] = useState(false);
  const others = prepared ? alsoNew(prepared) : '';
  return (
    <section class="under look" aria-labelledby="look-heading">
      <h3 id="look-heading">{t('importFrom', sourceName(file.source), file.name)}</h3>
      <ImportChoices file={file} choices={choices} disabled={busy} onChange={bringing.change} />
      {file.encoding && <Note tone="warn">{t('readAsEncoding', file.encoding)}</Note>}
      <p role="status" class="summary">
        {prepared ? summaryOf(prepared) : stillOpen(choices)}
      </p>
      {prepared && prepared.create > 0 && (
        <p class="muted">
          {t('importTotal', durationText(prepared.ms))}
          {others && ` ${t('importAlsoNew', others)}`}
          {file.placed && ` ${t('importPlaced')}`}
          {prepared.ratesWorkedOut && ` ${t('importRates')}`}
        </p>
      )}
      <div class="acts">
        <button
          class="btn primary"
          type="button"
          disabled={busy || !prepared || prepared.create === 0}
          onClick={bringing.commit}
        >
          {t('importCount', counted('entries', prepared?.create ?? 0))}
        </button>
        <button class="btn" type="button" disabled={busy} onClick={bringing.close}>
          {t('cancel')}
        </button>
        {state.text && (
          <button class="btn" type="button" disabled={busy} onClick={bringing.matchAgain}>
            {t('matchColumns')}
          </button>
        )}
        {prepared && prepared.bad.length > 0 && (
          <button class="btn ghost" type="button" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {counted('showRows', prepared.bad.length)}
          </button>
        )}
      </div>
      {shown && prepared && <BadLines bad={prepared.bad} />}
    </section>
  );
}
