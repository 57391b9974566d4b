import { dayOf } from '../../../lib/domain/civil.ts';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import type { ReportQuery } from '../../../lib/domain/report/address.ts';
import { shortDay } from '../../../lib/domain/report/range-text.ts';
import type { Sum } from '../../../lib/domain/report/sum.ts';
import { t } from '../../../lib/platform/words.ts';
import { descriptionInName } from '../../words-of-time.ts';
import { Numbers } from './DetailRows.tsx';
import type { Formats } from './formats.ts';
import { InvoiceMark } from './InvoiceMark.tsx';

interface Props {
  readonly entry: TimeEntry;
  /** What of it belongs here: one that crosses a midnight can stand under two days. */
  readonly sum: Sum;
  readonly query: ReportQuery;
  readonly formats: Formats;
  readonly deep: boolean;
  readonly project: string;
  readonly onEdit: (entry: TimeEntry) => void;
}

/** One entry, when it was and what it comes to. */
export function EntryRow({ entry, sum, query, formats, deep, project, onEdit }: Props) {
  const named = query.group === 'description' || query.inner === 'description';
  const { start, end, zone, description } = entry;
  const [from, to] = [formats.time(start, zone), formats.time(end, zone)];
  const name = t('editEntryTimes', descriptionInName(description), project, from, to, formats.duration(end - start));
  return (
    <tr class={deep ? 'third' : 'second'}>
      <td>
        <span class="pj">
          <button class="pick num" type="button" aria-label={name} onClick={() => onEdit(entry)}>
            {shortDay(dayOf(start, zone), formats)}, {t('fromTo', from, to)}
          </button>
          {!named && (
            <span class="trunc" dir="auto">
              {description || t('noDescription')}
            </span>
          )}
          <InvoiceMark entry={entry} />
        </span>
      </td>
      {query.group === 'project' && <td />}
      <Numbers sum={sum} formats={formats} />
    </tr>
  );
}
