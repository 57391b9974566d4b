import type { Day } from '../entry.ts';
import type { Fact } from './fact.ts';
import type { ClientOf } from './filter.ts';
import { type Period, periodStart } from './range.ts';

/** What a report can be grouped by. */
export const dimensions = ['client', 'project', 'task', 'tag', 'day', 'week', 'month', 'description'] as const;
export type Dimension = (typeof dimensions)[number];

/** The key of what has no client, project, task or tag. */
export const NONE = '';

const ofEntries = new Set<Dimension>(['task', 'tag', 'description']);

/** Whether only entries know it, not the totals of days. */
export const dimensionNeedsEntries = (dimension: Dimension): boolean => ofEntries.has(dimension);

export const isTime = (dimension: Dimension): dimension is 'day' | 'week' | 'month' =>
  dimension === 'day' || dimension === 'week' || dimension === 'month';

/** The keys a fact stands under: one, or by tag one for each tag. A key is an id, a day or a description. */
export type KeysOf = (fact: Fact) => readonly string[];

export const keysBy = (dimension: Dimension, clientOf: ClientOf, weekStartsOn: number): KeysOf => {
  if (isTime(dimension)) return keysByPeriod(dimension, weekStartsOn);
  if (dimension === 'client') return ({ projectId }) => [clientOf(projectId) ?? NONE];
  if (dimension === 'project') return ({ projectId }) => [projectId ?? NONE];
  if (dimension === 'task') return ({ entry }) => [entry?.taskId ?? NONE];
  if (dimension === 'description') return ({ entry }) => [entry?.description ?? NONE];
  return ({ entry }) => (entry && entry.tagIds.length > 0 ? entry.tagIds : [NONE]);
};

/** By the first day of the period; found once a day. */
export const keysByPeriod = (period: Period, weekStartsOn: number): KeysOf => {
  const known = new Map<Day, readonly string[]>();
  return ({ day }) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const keys = [periodStart(period, day, weekStartsOn)];
    known.set(day, keys);
    return keys;
  };
};
