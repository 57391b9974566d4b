import { catalogueKinds, type Things } from '../../../lib/domain/catalogue.ts';
import type { ReportFilter } from '../../../lib/domain/report/filter.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';
import { Note } from '../../ui/Note.tsx';
import { goneFrom, goneWords, withoutGone } from './gone.ts';

interface Props {
  readonly filter: ReportFilter;
  readonly things: Things;
  readonly onFilter: (filter: ReportFilter) => void;
}

/** A saved report or an address can name what was deleted since: said, or it would silently leave everything out. */
export function GoneNote({ filter, things, onFilter }: Props) {
  const gone = catalogueKinds.map((kind) => goneWords(kind, goneFrom(kind, filter, things))).filter(Boolean);
  if (gone.length === 0) return null;
  return (
    <div class="gone">
      <Note tone="warn">
        {t('filterNamesGone', new Intl.ListFormat(formatLocale()).format(gone))}
        <div class="row">
          <button class="btn sm" type="button" onClick={() => onFilter(withoutGone(filter, things))}>
            {t('removeFromFilter')}
          </button>
        </div>
      </Note>
    </div>
  );
}
