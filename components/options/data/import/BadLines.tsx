import { formatLocale, t } from '../../../../lib/platform/words.ts';
import type { BadLine } from '../../../hooks/useImport.ts';

const SHOWN = 200;

/** Rows that are no entries, each with its reason. */
export const BadLines = ({ bad }: { readonly bad: readonly BadLine[] }) => (
  <>
    <ul class="bad-lines" aria-label={t('unreadableRows')}>
      {bad.slice(0, SHOWN).map(({ line, reason }) => (
        <li key={`${line} ${reason}`}>
          <span class="num">{t('lineNumber', line.toLocaleString(formatLocale()))}</span>
          <span>{t(`unreadable_${reason}`)}</span>
        </li>
      ))}
    </ul>
    {bad.length > SHOWN && <p class="muted">{t('andMore', (bad.length - SHOWN).toLocaleString(formatLocale()))}</p>}
  </>
);
