import { formatLocale, t, type Word } from '../../../lib/platform/words.ts';

/** Words that have a form for one and one for all other numbers: `x_one` and `x_other`. */
type Counted = Word extends infer W ? (W extends `${infer Name}_other` ? Name : never) : never;

/** `1 entry`, `182 entries`. */
export const counted = (word: Counted, count: number): string =>
  count === 1 ? t(`${word}_one` as Word, '1') : t(`${word}_other` as Word, count.toLocaleString(formatLocale()));
