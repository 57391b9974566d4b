import type { Days } from '../../../lib/domain/days.ts';
import type { ReportQuery } from '../../../lib/domain/report/address.ts';
import { daysOf, neighbour } from '../../../lib/domain/report/range.ts';
import { planNeedsEntries, type ReportPlan, type ReportScope } from '../../../lib/domain/report/report.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import type { Formats } from './formats.ts';
import { periodFor } from './series.ts';

/** What is read and added up for one set of choices. */
export interface Planned extends ReportPlan {
  readonly pieces: 'project' | 'client';
  /** The days of the range before; null when there is none. */
  readonly before: Days | null;
  readonly needsEntries: boolean;
}

export function planOf(
  query: ReportQuery,
  settings: Settings,
  formats: Formats,
  { clientOf }: Pick<ReportScope, 'clientOf'>,
): Planned {
  const days = daysOf(query.range, formats);
  const earlier = neighbour(query.range, -1, formats);
  const plan = {
    days,
    filter: query.filter,
    rounding: query.rounding ?? settings.rounding,
    weekStartsOn: formats.weekStartsOn,
    clientOf,
    // All time is cut into its bars when its length is known: days are the finest.
    period: query.range.kind === 'all' ? ('day' as const) : periodFor(days),
    pieces: query.rank === 'client' ? ('client' as const) : ('project' as const),
    rank: query.rank,
    group: query.group,
  };
  return { ...plan, before: earlier && daysOf(earlier, formats), needsEntries: planNeedsEntries(plan) };
}

/** The days whose totals answer: those of the range and of the one before. */
export const readDays = ({ days, before }: Planned): Days => ({ first: before?.first ?? days.first, last: days.last });
