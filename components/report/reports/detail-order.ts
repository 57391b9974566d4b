import type { Sort } from '../../../lib/domain/report/address.ts';
import { type Dimension, isTime } from '../../../lib/domain/report/dimension.ts';
import { moneyLines, type Sum } from '../../../lib/domain/report/sum.ts';
import type { Names } from './names.ts';

/** Days follow the calendar, everything else begins with the most time. */
export const usualSort = (dimension: Dimension): Sort =>
  isTime(dimension) ? { by: 'name', descending: false } : { by: 'time', descending: true };

interface Row {
  readonly key: string;
  readonly sum: Sum;
}

const worth = (sum: Sum): number => moneyLines(sum)[0]?.amount ?? 0;

const numberOf = { time: (sum: Sum) => sum.ms, billable: (sum: Sum) => sum.billable, amount: worth } as const;

/** Rows in order; what is equal goes by name. With several currencies the first of them counts. */
export function ordered<R extends Row>(
  rows: readonly R[],
  { by, descending }: Sort,
  dimension: Dimension,
  names: Names,
) {
  const way = descending ? -1 : 1;
  const known = new Map<string, string>();
  const nameOf = (key: string): string => {
    const name = known.get(key) ?? (isTime(dimension) ? key : names.name(dimension, key));
    known.set(key, name);
    return name;
  };
  const collator = new Intl.Collator(undefined, { numeric: true });
  const byName = (a: R, b: R) => collator.compare(nameOf(a.key), nameOf(b.key));
  if (by === 'name') return rows.toSorted((a, b) => way * byName(a, b));
  return rows.toSorted((a, b) => way * (numberOf[by](a.sum) - numberOf[by](b.sum)) || byName(a, b));
}
