import { addDays } from './civil.ts';
import type { Span } from './entry.ts';
import { plainText } from './typed-text.ts';
import { type TimeReference, typedTime } from './typed-time.ts';

/** What may stand between two times; a minus at the very start belongs to a time (`-15m`). */
const between = /(?<=\S) ?(?:-|to|till|until) ?(?=\S)/g;

/**
 * Two times as people write them: `9-11:30`, `9:00 – 11.30`, `9 to 11pm`. An end that is not after the start is on the next day.
 * Null when it is not two times.
 */
export function typedSpan(text: string, reference: TimeReference): Span | null {
  const typed = plainText(text);
  for (const { 0: separator, index } of typed.matchAll(between)) {
    const [first, second] = [typed.slice(0, index), typed.slice(index + separator.length)];
    const start = typedTime(first, reference);
    if (!('instant' in start)) continue;
    const sameDay = typedTime(second, reference);
    if (!('instant' in sameDay)) continue;
    if (sameDay.instant > start.instant) return { start: start.instant, end: sameDay.instant };
    const nextDay = typedTime(second, { ...reference, day: addDays(reference.day, 1) });
    if ('instant' in nextDay) return { start: start.instant, end: nextDay.instant };
  }
  return null;
}
