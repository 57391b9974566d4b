import { dayOf } from '../../../lib/domain/civil.ts';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import type { ReportQuery } from '../../../lib/domain/report/address.ts';
import { shortDay } from '../../../lib/domain/report/range-text.ts';
import type { Sum } from '../../../lib/domain/report/sum.ts';
import { t } from '../../../lib/platform/words.ts';
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
}

/** One entry, when it was and what it comes to. */
export function EntryRow({ entry, sum, query, formats, deep }: Props) {
  const named = query.group === 'description' || query.inner === 'description';
  const { start, end, zone, description } = entry;
  const times = t('fromTo', formats.time(start, zone), formats.time(end, zone));
  return (
    <tr class={deep ? 'third' : 'second'}>
      <td>
        <span class="pj">
          <span class="num">
            {shortDay(dayOf(start, zone), formats)}, {times}
          </span>
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
