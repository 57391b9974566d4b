import type { Instant, TimeEntry } from './entry.ts';
import type { NewIdentity } from './identity.ts';

/**
 * An entry cut in two at an instant, alike in all else; together they are as long as the one. The first stays the same entry.
 * Null when the instant does not lie within it.
 */
export function cutAt(entry: TimeEntry, at: Instant, newIdentity: NewIdentity): [TimeEntry, TimeEntry] | null {
  if (at <= entry.start || at >= entry.end) return null;
  return [
    { ...entry, end: at },
    { ...entry, ...newIdentity(), start: at },
  ];
}
