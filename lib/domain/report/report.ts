import { ALL_DAYS, type Days } from '../days.ts';
import type { Day, Id, TimeEntry } from '../entry.ts';
import type { Rounding } from '../settings.ts';
import type { DayTotal } from '../totals.ts';
import { type Dimension, dimensionNeedsEntries, type KeysOf, keysBy, keysByPeriod } from './dimension.ts';
import { type Fact, factsOfEntry, factsOfTotal } from './fact.ts';
import { type ClientOf, filterNeedsEntries, type Matcher, matcherOf, noFilter, type ReportFilter } from './filter.ts';
import type { Period } from './range.ts';
import { addFact, emptySum, type Sum, sumAt } from './sum.ts';

/** As it was tracked. */
export const exactly: Rounding = { minutes: 0, mode: 'nearest' };

/** What a report counts, and how. */
export interface ReportScope {
  readonly days: Days;
  readonly filter: ReportFilter;
  readonly rounding: Rounding;
  readonly weekStartsOn: number;
  readonly clientOf: ClientOf;
}

/** What is added up of it. */
export interface ReportPlan extends ReportScope {
  /** Each bar is one of these. */
  readonly period: Period;
  /** What the pieces of a bar are. */
  readonly pieces: Dimension;
  readonly rank: Dimension;
  readonly group: Dimension;
}

/** Time that stands more than once in a grouping by tag. */
export interface Twice {
  readonly sum: Sum;
  readonly entries: Map<string, TimeEntry>;
}

export interface ReportSums {
  readonly total: Sum;
  readonly perDay: Map<Day, number>;
  /** Milliseconds by bar, then by piece. */
  readonly bars: Map<string, Map<string, number>>;
  readonly rank: Map<string, Sum>;
  readonly groups: Map<string, Sum>;
  /** Those that have time in it. */
  readonly projects: Set<Id>;
  readonly twice: Twice;
}

/** Whether the totals of days are enough: they know no tags, tasks and descriptions, and cannot be rounded. */
export const scopeNeedsEntries = ({ filter, rounding }: ReportScope): boolean =>
  rounding.minutes !== 0 || filterNeedsEntries(filter);

export const planNeedsEntries = (plan: ReportPlan): boolean =>
  scopeNeedsEntries(plan) || [plan.pieces, plan.rank, plan.group].some(dimensionNeedsEntries);

/** Adds up what it is given, in any order, entries or totals of days; the same comes out of either. */
export interface Tally<Sums> {
  readonly addEntry: (entry: TimeEntry) => void;
  readonly addTotal: (total: DayTotal) => void;
  readonly sums: Sums;
}

/** Gives every fact that the scope leaves in to `add`. */
export const tallyOf = <Sums>(scope: ReportScope, sums: Sums, add: (fact: Fact) => void): Tally<Sums> => {
  const matcher: Matcher = matcherOf(scope.filter, scope.clientOf);
  return {
    sums,
    addEntry: (entry) => {
      if (!matcher.entry(entry)) return;
      for (const fact of factsOfEntry(entry, scope.rounding, scope.days)) add(fact);
    },
    addTotal: (total) => {
      if (total.day < scope.days.first || total.day > scope.days.last) return;
      for (const fact of factsOfTotal(total)) if (matcher.row(fact)) add(fact);
    },
  };
};

/** A sum alone, as of the period before. */
export const sumTally = (scope: ReportScope): Tally<Sum> => {
  const sum = emptySum();
  return tallyOf(scope, sum, (fact) => addFact(sum, fact));
};

/** All that was ever tracked, exactly, by project. */
export const projectTally = (scope: Pick<ReportScope, 'clientOf' | 'weekStartsOn'>): Tally<Map<Id, Sum>> => {
  const sums = new Map<Id, Sum>();
  const everything = { ...scope, days: ALL_DAYS, filter: noFilter, rounding: exactly };
  return tallyOf(everything, sums, (fact) => {
    if (fact.projectId !== null) addFact(sumAt(sums, fact.projectId), fact);
  });
};

export const reportTally = (plan: ReportPlan): Tally<ReportSums> => {
  const sums: ReportSums = {
    total: emptySum(),
    perDay: new Map(),
    bars: new Map(),
    rank: new Map(),
    groups: new Map(),
    projects: new Set(),
    twice: { sum: emptySum(), entries: new Map() },
  };
  const by = (dimension: Dimension): KeysOf => keysBy(dimension, plan.clientOf, plan.weekStartsOn);
  const barOf = keysByPeriod(plan.period, plan.weekStartsOn);
  const [pieces, rank, group] = [by(plan.pieces), by(plan.rank), by(plan.group)];
  const namesTwice = plan.group === 'tag' || plan.rank === 'tag';
  return tallyOf(plan, sums, (fact) => {
    addFact(sums.total, fact);
    if (fact.projectId !== null) sums.projects.add(fact.projectId);
    sums.perDay.set(fact.day, (sums.perDay.get(fact.day) ?? 0) + fact.ms);
    for (const bar of barOf(fact)) for (const piece of pieces(fact)) addPiece(sums.bars, bar, piece, fact.ms);
    for (const key of rank(fact)) addFact(sumAt(sums.rank, key), fact);
    for (const key of group(fact)) addFact(sumAt(sums.groups, key), fact);
    if (namesTwice) addTwice(sums.twice, fact);
  });
};

const addPiece = (bars: ReportSums['bars'], bar: string, piece: string, ms: number): void => {
  let pieces = bars.get(bar);
  if (pieces === undefined) {
    pieces = new Map();
    bars.set(bar, pieces);
  }
  pieces.set(piece, (pieces.get(piece) ?? 0) + ms);
};

const addTwice = (twice: Twice, fact: Fact): void => {
  const { entry } = fact;
  if (entry === null || entry.tagIds.length < 2) return;
  for (let more = entry.tagIds.length - 1; more > 0; more -= 1) addFact(twice.sum, fact);
  twice.entries.set(entry.id, entry);
};
