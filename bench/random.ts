/** A seeded stream of numbers in [0, 1): the same data in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Random = () => number;

export const below = (random: Random, limit: number): number => Math.floor(random() * limit);

export function pick<T>(random: Random, from: readonly T[]): T {
  const picked = from[below(random, from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

/** Few are used often, many seldom. */
export function pickSkewed<T>(random: Random, from: readonly T[]): T {
  const picked = from[Math.floor(random() ** 3 * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}

const hex = (random: Random, digits: number): string =>
  Array.from({ length: digits }, () => below(random, 16).toString(16)).join('');

/** A UUIDv7 of an instant. */
export function uuidAt(random: Random, instant: number): string {
  const time = instant.toString(16).padStart(12, '0');
  const variant = pick(random, ['8', '9', 'a', 'b']);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(random, 3)}-${variant}${hex(random, 3)}-${hex(random, 12)}`;
}
