import { useMemo } from 'preact/hooks';
import type { Id } from '../../../lib/domain/entry.ts';
import type { ReportQuery } from '../../../lib/domain/report/address.ts';
import type { Dimension } from '../../../lib/domain/report/dimension.ts';
import { ALL_DAYS, type Days, daysOf, neighbour, type Period } from '../../../lib/domain/report/range.ts';
import {
  planNeedsEntries,
  type ReportPlan,
  type ReportScope,
  type ReportSums,
  reportTally,
  scopeNeedsEntries,
  sumTally,
} from '../../../lib/domain/report/report.ts';
import type { Sum } from '../../../lib/domain/report/sum.ts';
import type { SavedReport } from '../../../lib/domain/saved-report.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { useJournal } from '../../hooks/useJournal.ts';
import { type Reading, tallyEntries, tallyTotals, useReading } from '../../hooks/useReading.ts';
import type { Named } from '../named.ts';
import { type Formats, formatsOf } from './formats.ts';
import { type Names, namesOf, type Things } from './names.ts';
import { mergeBars, periodFor } from './series.ts';

/** What a report is read with: settings and the names of things, as of one commit. */
export interface Base {
  readonly settings: Settings;
  readonly formats: Formats;
  readonly things: Things;
  readonly names: Names;
  readonly scope: Pick<ReportScope, 'weekStartsOn' | 'clientOf'>;
  readonly running: boolean;
  readonly saved: readonly SavedReport[];
  /** The same by id, for the form of an entry. */
  readonly named: Named;
}

/** Tasks and tags are read once something asks for them: most reports do without. */
export function useBase(withTasks: boolean, withTags: boolean): Base | null {
  const read = useJournal(
    async (reader) => ({
      settings: await reader.settings(),
      running: (await reader.running()) !== null,
      saved: await reader.single('reports'),
      things: {
        client: await reader.things('client'),
        project: await reader.things('project'),
        task: withTasks ? await reader.things('task') : [],
        tag: withTags ? await reader.things('tag') : [],
      },
    }),
    [withTasks, withTags],
  );
  return useMemo(() => {
    if (!read) return null;
    const { settings, running, saved, things } = read;
    const formats = formatsOf(settings, Date.now());
    const clients = new Map(things.project.map(({ id, clientId }) => [id, clientId]));
    const scope: Base['scope'] = {
      weekStartsOn: formats.weekStartsOn,
      clientOf: (projectId) => (projectId === null ? null : (clients.get(projectId) ?? null)),
    };
    return {
      settings,
      formats,
      things,
      names: namesOf(things, formats),
      scope,
      running,
      saved,
      named: namedOf(things),
    };
  }, [read]);
}

const byId = <T extends { readonly id: Id }>(things: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

const namedOf = ({ client, project, task }: Things): Named => ({
  clients: byId(client),
  projects: byId(project),
  tasks: byId(task),
});

const asksFor = (query: ReportQuery, dimension: Dimension): boolean =>
  query.rank === dimension || query.group === dimension || query.inner === dimension;

export const asksForTasks = (query: ReportQuery): boolean => query.filter.tasks.length > 0 || asksFor(query, 'task');
export const asksForTags = (query: ReportQuery): boolean => query.filter.tags.length > 0 || asksFor(query, 'tag');

/** What was read for one set of choices. */
export interface Report {
  readonly query: ReportQuery;
  readonly scope: ReportScope;
  readonly sums: ReportSums;
  readonly period: Period;
  readonly pieces: 'project' | 'client';
  /** The days that are shown: those of the range, or from the first to the last day that has time in all of it. */
  readonly shown: Days;
  /** The same for the range before; null when there is none. */
  readonly before: Sum | null;
}

const scopeOf = (query: ReportQuery, base: Base, days: Days): ReportScope => ({
  ...base.scope,
  days,
  filter: query.filter,
  rounding: query.rounding ?? base.settings.rounding,
});

const extentOf = (perDay: ReadonlyMap<string, number>, today: string): Days => {
  const days = [...perDay.keys()].sort();
  return { first: days[0] ?? today, last: days.at(-1) ?? today };
};

/** The report that an address asks for, read anew after every commit. */
export function useReport(query: ReportQuery, base: Base | null): Reading<Report> {
  const key = JSON.stringify(query);
  return useReading<Report>(
    base &&
      (async (parts) => {
        const days = daysOf(query.range, base.formats);
        const pieces = query.rank === 'client' ? 'client' : 'project';
        // All time is cut into its bars when its length is known: days are the finest.
        const period = query.range.kind === 'all' ? 'day' : periodFor(days);
        const plan: ReportPlan = {
          ...scopeOf(query, base, days),
          period,
          pieces,
          rank: query.rank,
          group: query.group,
        };
        const tally = reportTally(plan);
        const earlier = neighbour(query.range, -1, base.formats);
        const beforeDays = earlier && daysOf(earlier, base.formats);
        const before = beforeDays && sumTally(scopeOf(query, base, beforeDays));
        if (planNeedsEntries(plan)) await tallyEntries(parts, days, tally);
        else if (beforeDays === null || before === null) await tallyTotals(parts, days, [tally]);
        else await tallyTotals(parts, { first: beforeDays.first, last: days.last }, [before, tally]);
        if (before && beforeDays && planNeedsEntries(plan)) {
          if (scopeNeedsEntries(plan)) await tallyEntries(parts, beforeDays, before);
          else await tallyTotals(parts, beforeDays, [before]);
        }
        const shown = days === ALL_DAYS ? extentOf(tally.sums.perDay, base.formats.today) : days;
        const fits = query.range.kind === 'all' ? periodFor(shown) : period;
        const bars = fits === period ? tally.sums.bars : mergeBars(tally.sums.bars, fits, plan.weekStartsOn);
        return {
          query,
          scope: plan,
          sums: { ...tally.sums, bars },
          period: fits,
          pieces,
          shown,
          before: before?.sums ?? null,
        };
      }),
    [base, key],
  );
}
