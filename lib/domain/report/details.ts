import type { TimeEntry } from '../entry.ts';
import { type Dimension, keysBy } from './dimension.ts';
import type { Fact } from './fact.ts';
import { type ReportScope, type Tally, tallyOf } from './report.ts';
import { addFact, emptySum, type Sum } from './sum.ts';

/** A line below a group that was opened: a group of the second kind, or an entry. */
export interface Line {
  readonly key: string;
  readonly sum: Sum;
  /** How many entries it stands for. */
  entries: number;
  /** Null for a group. */
  readonly entry: TimeEntry | null;
}

/** Lines by the path of the group they stand in. */
export type Details = Map<string, Map<string, Line>>;

export interface DetailPlan extends ReportScope {
  readonly group: Dimension;
  /** Null: groups open to their entries. */
  readonly inner: Dimension | null;
  readonly isOpen: (path: string) => boolean;
}

/** The keys from a group of the first kind inwards, as one text. */
export const pathOf = (...keys: readonly string[]): string => keys.join('\u0000');

/** What stands in the groups that are open. Entries alone can tell: only they know what they are. */
export const detailTally = (plan: DetailPlan): Tally<Details> => {
  const details: Details = new Map();
  const group = keysBy(plan.group, plan.clientOf, plan.weekStartsOn);
  const inner = plan.inner === null ? null : keysBy(plan.inner, plan.clientOf, plan.weekStartsOn);
  const last = new Map<Line, TimeEntry>();
  const add = (path: string, key: string, fact: Fact, entry: TimeEntry | null) => {
    const line = lineAt(details, path, key, entry);
    addFact(line.sum, fact);
    // The days of one entry follow each other: it is counted at the first.
    if (fact.entry === null || last.get(line) === fact.entry) return;
    last.set(line, fact.entry);
    line.entries += 1;
  };
  return tallyOf(plan, details, (fact) => {
    if (fact.entry === null) return;
    for (const key of group(fact)) {
      const path = pathOf(key);
      if (!plan.isOpen(path)) continue;
      if (inner === null) add(path, fact.entry.id, fact, fact.entry);
      for (const second of inner?.(fact) ?? []) {
        add(path, second, fact, null);
        const within = pathOf(key, second);
        if (plan.isOpen(within)) add(within, fact.entry.id, fact, fact.entry);
      }
    }
  });
};

const lineAt = (details: Details, path: string, key: string, entry: TimeEntry | null): Line => {
  let lines = details.get(path);
  if (lines === undefined) {
    lines = new Map();
    details.set(path, lines);
  }
  const known = lines.get(key);
  if (known !== undefined) return known;
  const made: Line = { key, sum: emptySum(), entries: 0, entry };
  lines.set(key, made);
  return made;
};
