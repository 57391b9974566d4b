import { useMemo, useRef } from 'preact/hooks';
import { ALL_DAYS, type Days } from '../../../lib/domain/days.ts';
import type { ReportQuery } from '../../../lib/domain/report/address.ts';
import type { Period } from '../../../lib/domain/report/range.ts';
import {
  type ReportScope,
  type ReportSums,
  reportTally,
  scopeNeedsEntries,
  sumTally,
  type Tally,
} from '../../../lib/domain/report/report.ts';
import type { Sum } from '../../../lib/domain/report/sum.ts';
import { type Reading, type ReadingParts, tallyEntries, tallyTotals, useReading } from '../../hooks/useReading.ts';
import { type Planned, planOf, readDays } from './report-plan.ts';
import { mergeBars, periodFor } from './series.ts';
import type { Base } from './useBase.ts';

/** What was read for one set of choices. */
export interface Report {
  readonly base: Base;
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

interface Tallies {
  readonly report: Tally<ReportSums>;
  readonly before: Tally<Sum> | null;
}

const talliesOf = (plan: Planned): Tallies => ({
  report: reportTally(plan),
  before: plan.before && sumTally({ ...plan, days: plan.before }),
});

const extentOf = (perDay: ReadonlyMap<string, number>, today: string): Days => {
  const days = [...perDay.keys()].sort();
  return { first: days[0] ?? today, last: days.at(-1) ?? today };
};

/** The report once everything is added up. */
function reportOf(query: ReportQuery, base: Base, plan: Planned, { report, before }: Tallies): Report {
  const { sums } = report;
  const shown = plan.days === ALL_DAYS ? extentOf(sums.perDay, base.formats.today) : plan.days;
  const period = query.range.kind === 'all' ? periodFor(shown) : plan.period;
  const bars = period === plan.period ? sums.bars : mergeBars(sums.bars, period, plan.weekStartsOn);
  const { pieces } = plan;
  return {
    base,
    query,
    scope: plan,
    sums: { ...sums, bars },
    period,
    pieces,
    shown,
    before: before?.sums ?? null,
  };
}

const sameChoices = (a: ReportQuery, b: ReportQuery): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** Out of the totals that came with the base; null when they are of other choices. */
function atOnce(query: ReportQuery, base: Base): Report | null {
  const { primed } = base;
  if (primed === null || !sameChoices(primed.query, query)) return null;
  const plan = planOf(query, base.settings, base.formats, base.scope);
  const tallies = talliesOf(plan);
  for (const total of primed.totals) {
    tallies.report.addTotal(total);
    tallies.before?.addTotal(total);
  }
  return reportOf(query, base, plan, tallies);
}

async function read(query: ReportQuery, base: Base, parts: ReadingParts): Promise<Report> {
  const plan = planOf(query, base.settings, base.formats, base.scope);
  const tallies = talliesOf(plan);
  const { report, before } = tallies;
  if (plan.needsEntries) await tallyEntries(parts, plan.days, report);
  else await tallyTotals(parts, readDays(plan), before ? [before, report] : [report]);
  if (before && plan.before && plan.needsEntries) {
    if (scopeNeedsEntries(plan)) await tallyEntries(parts, plan.before, before);
    else await tallyTotals(parts, plan.before, [before]);
  }
  return reportOf(query, base, plan, tallies);
}

/** The report that an address asks for, read anew after every commit; while another is read the last one stands. */
export function useReport(query: ReportQuery, base: Base | null): Reading<Report> {
  const key = JSON.stringify(query);
  const primed = useMemo(() => base && atOnce(query, base), [base, key]);
  const reading = useReading<Report>(base && !primed ? (parts) => read(query, base, parts) : null, [base, key]);
  const last = useRef<Report | null>(null);
  const { value } = reading;
  const fresh = primed ?? (value && value.base === base && sameChoices(value.query, query) ? value : null);
  if (fresh) last.current = fresh;
  if (primed) return { ...reading, value: primed, old: false, progress: null, cancelled: false };
  return { ...reading, value: last.current, old: fresh === null };
}
