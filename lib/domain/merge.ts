import { dayOf } from './civil.ts';
import type { TimeEntry } from './entry.ts';
import { type Refused, refuse } from './refusal.ts';

const BETWEEN = '; ';

const byStart = (a: TimeEntry, b: TimeEntry): number => a.start - b.start || a.end - b.end;
const dayOfEntry = (entry: TimeEntry): string => dayOf(entry.start, entry.zone);

/** What decides where time goes and what it is worth: merging must not move either. */
const sameAccount = (a: TimeEntry, b: TimeEntry): boolean =>
  a.projectId === b.projectId &&
  a.taskId === b.taskId &&
  a.billable === b.billable &&
  a.rate?.amount === b.rate?.amount &&
  a.rate?.currency === b.rate?.currency;

/** Entries one after the other: each starts on the day of the one before it or touches what came before, with no other entry between. */
function areNeighbours(sorted: readonly TimeEntry[], others: readonly TimeEntry[]): boolean {
  let end = Number.NEGATIVE_INFINITY;
  return sorted.every((entry, i) => {
    const previous = sorted[i - 1];
    const gapStart = end;
    end = Math.max(end, entry.end);
    if (!previous || entry.start <= gapStart) return true;
    const between = others.some((other) => other.start < entry.start && other.end > gapStart);
    return dayOfEntry(previous) === dayOfEntry(entry) && !between;
  });
}

/** Each description once, in order of the entries. */
const descriptionOf = (sorted: readonly TimeEntry[]): string =>
  [...new Set(sorted.map(({ description }) => description).filter((text) => text !== ''))].join(BETWEEN);

/**
 * Neighbours made into one entry, from the first start to the last end, what lies between them included. The first stays the
 * same entry. Descriptions that differ are put one after the other, separated by "; "; tags are those of all. Project, task,
 * billable and rate must be the same, so that no hour and no amount goes elsewhere.
 * @param entries at least two
 * @param others entries that may lie between
 */
export function mergeEntries(entries: readonly TimeEntry[], others: readonly TimeEntry[]): TimeEntry | Refused {
  const sorted = entries.toSorted(byStart);
  const [first, ...rest] = sorted;
  if (!first || rest.length === 0) return refuse('notNeighbours');
  if (!rest.every((entry) => sameAccount(first, entry))) return refuse('mergeDiffers');
  if (!areNeighbours(sorted, others)) return refuse('notNeighbours');
  return {
    ...first,
    description: descriptionOf(sorted),
    tagIds: [...new Set(sorted.flatMap(({ tagIds }) => tagIds))],
    end: Math.max(...sorted.map(({ end }) => end)),
  };
}
