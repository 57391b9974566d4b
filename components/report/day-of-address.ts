import type { Day } from '../../lib/domain/entry.ts';

/** The day that the address names; null for today, and when it names none that is one. */
export function dayOfAddress(query: URLSearchParams): Day | null {
  const text = query.get('day');
  if (text === null || !/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    return null;
  }
}
