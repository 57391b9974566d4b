import type { Instant } from '../entry.ts';
import { stretchAt } from '../offset.ts';

const day = 86_400_000;

/**
 * The instants at which clocks of a zone show a date and time: two in the hour that comes twice, the earlier first. A
 * time that clocks leap over is read as they stood before.
 * @param local milliseconds as if the zone were UTC
 */
export function instantsOf(local: number, zone: string): readonly [Instant, ...Instant[]] {
  const before = stretchAt(local - day, zone).offset;
  const after = stretchAt(local + day, zone).offset;
  if (before === after) return [local - before];
  const fits = [before, after].filter((offset) => stretchAt(local - offset, zone).offset === offset);
  const [first, ...others] = fits.map((offset) => local - offset).sort((a, b) => a - b);
  return first === undefined ? [local - before] : [first, ...others];
}
