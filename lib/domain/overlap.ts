import { dayOf } from './civil.ts';
import type { EntryAddress, Id, Span, TimeEntry } from './entry.ts';
import type { NewIdentity } from './identity.ts';

/** Another entry that shares time with a span. */
export interface Overlap {
  readonly entry: TimeEntry;
  readonly address: EntryAddress;
  /** Shared time in milliseconds. */
  readonly ms: number;
  /** False when nothing of the other entry would be left. */
  readonly canTrim: boolean;
}

/** A span holds its start but not its end, so two that only touch share nothing, nor does one of no length. */
const sharedMs = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

/** What of `entry` lies before and after `span`, in order: none, one or two spans. */
const remains = (entry: Span, span: Span): Span[] =>
  [
    { start: entry.start, end: Math.min(entry.end, span.start) },
    { start: Math.max(entry.start, span.end), end: entry.end },
  ].filter(({ start, end }) => start < end);

/**
 * The entries that share time with a span, in the order given.
 * @param exceptId the entry whose span it is; null for one that is not stored yet
 */
export const overlapsOf = (span: Span, entries: readonly TimeEntry[], exceptId: Id | null): Overlap[] =>
  entries
    .filter((entry) => entry.id !== exceptId && sharedMs(span, entry) > 0)
    .map((entry) => ({
      entry,
      address: { day: dayOf(entry.start, entry.zone), id: entry.id },
      ms: sharedMs(span, entry),
      canTrim: remains(entry, span).length > 0,
    }));

/**
 * What is left of an entry when a span is taken out of it: nothing, one piece or two, in order, alike in all else.
 * The first piece stays the same entry, a second one is a new entry. Without shared time the entry is left as it is.
 */
export const trimAround = (entry: TimeEntry, span: Span, newIdentity: NewIdentity): TimeEntry[] => {
  if (sharedMs(entry, span) === 0) return [entry];
  return remains(entry, span).map((piece, index) => ({ ...entry, ...piece, ...(index > 0 ? newIdentity() : {}) }));
};
