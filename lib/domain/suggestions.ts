import type { Instant, Work } from './entry.ts';
import { prepareSearch, search } from './search.ts';
import { sameWork } from './timer.ts';

/** Work done before, to be offered again while a description is typed. */
export interface RecentWork extends Work {
  readonly lastUsed: Instant;
}

/** Rewritten whenever other work begins: with three times as many it took longer than the entry itself. */
const kept = 100;
const offered = 8;

/** The list with a piece of work put first: one of each, most recent first, the oldest dropped. Without a description it is not kept. */
export const rememberWork = (list: readonly RecentWork[], work: Work, now: Instant): RecentWork[] => {
  const { description, projectId, taskId, tagIds, billable } = work;
  if (description.trim() === '') return [...list];
  const latest = { description, projectId, taskId, tagIds, billable, lastUsed: now };
  return [latest, ...list.filter((other) => !sameWork(other, work))].slice(0, kept);
};

/** What to offer for a typed description, at most eight; nothing before something is typed. */
export const suggest = (list: readonly RecentWork[], query: string): RecentWork[] => {
  if (query.trim() === '') return [];
  const index = prepareSearch(list, ({ description }) => description);
  return search(index, query, offered).map(({ item }) => item);
};
