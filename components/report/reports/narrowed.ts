import type { ReportQuery } from '../../../lib/domain/report/address.ts';
import { type Dimension, NONE } from '../../../lib/domain/report/dimension.ts';
import { type Period, periodAt } from '../../../lib/domain/report/range.ts';
import type { Formats } from './formats.ts';
import { lists } from './gone.ts';

/**
 * The report narrowed to what was chosen in a chart or a row: days become the range, everything else the filter. What is
 * the only choice already is let go again.
 */
export function narrowed(query: ReportQuery, by: Dimension | Period, key: string, formats: Formats): ReportQuery {
  if (by === 'description') return { ...query, filter: { ...query.filter, text: key } };
  if (by === 'day' || by === 'week' || by === 'month' || by === 'quarter' || by === 'year') {
    return { ...query, range: periodAt(by, key, formats) };
  }
  const id = key === NONE ? null : key;
  const before = query.filter[lists[by]];
  const only = before.length === 1 && before[0] === id;
  return { ...query, filter: { ...query.filter, [lists[by]]: only ? [] : [id] } };
}
