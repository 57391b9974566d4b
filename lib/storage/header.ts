import type { Header, Item } from './items.ts';

export const emptyHeader = (schema: number): Header => ({ n: 0, base: 0, schema, count: 0, sum: 0, behind: null });

/** The header after a commit that replaced `before` (those items that existed) by `after`. */
export function nextHeader(header: Header, before: readonly Item[], after: readonly Item[], n: number): Header {
  const sumOf = (items: readonly Item[]): number => items.reduce((sum, item) => sum + item.n, 0);
  return {
    ...header,
    n,
    count: header.count + after.length - before.length,
    sum: header.sum + sumOf(after) - sumOf(before),
  };
}

export interface Tally {
  readonly count: number;
  readonly sum: number;
}

export const tallyOf = (numbers: Iterable<number>): Tally => {
  let count = 0;
  let sum = 0;
  for (const n of numbers) {
    count += 1;
    sum += n;
  }
  return { count, sum };
};

export const matches = (header: Header, tally: Tally): boolean =>
  header.count === tally.count && header.sum === tally.sum;
