import type { Span } from './entry.ts';

/**
 * The free stretches of a span, in order: what none of the others takes.
 * @param taken in any order; they may overlap and reach beyond the span
 */
export const gapsIn = ({ start, end }: Span, taken: readonly Span[]): Span[] => {
  const gaps: Span[] = [];
  let free = start;
  for (const span of taken.toSorted((a, b) => a.start - b.start)) {
    if (span.end <= free || span.start >= end) continue;
    if (span.start > free) gaps.push({ start: free, end: span.start });
    free = span.end;
  }
  if (free < end) gaps.push({ start: free, end });
  return gaps;
};
