import { plainText } from './typed-text.ts';

/** A word for a half of the day, as {@link plainText} leaves it. */
export interface DayPeriod {
  readonly word: string;
  readonly afternoon: boolean;
}

const hour = 3_600_000;
const hours = Array.from({ length: 24 }, (_, index) => index);

const english: readonly DayPeriod[] = [
  ...['a', 'am', 'a.m.', 'a.m'].map((word) => ({ word, afternoon: false })),
  ...['p', 'pm', 'p.m.', 'p.m'].map((word) => ({ word, afternoon: true })),
];

const known = new Map<string, readonly DayPeriod[]>();

/** Asked of Intl hour by hour, because some languages have more than two (清晨, 上午, 中午, 下午, 晚上). */
const wordsOf = (locale: string): DayPeriod[] => {
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', hour12: true, timeZone: 'UTC' });
  return hours.flatMap((at) => {
    const word = format.formatToParts(at * hour).find(({ type }) => type === 'dayPeriod')?.value;
    return word === undefined ? [] : [{ word: plainText(word), afternoon: at >= 12 }];
  });
};

/** The words for the halves of the day in a locale, and the English ones; longest first, so that `p` never hides `pm`. */
export const dayPeriods = (locale: string): readonly DayPeriod[] => {
  const before = known.get(locale);
  if (before !== undefined) return before;
  const periods = [...wordsOf(locale), ...english].sort((a, b) => b.word.length - a.word.length);
  known.set(locale, periods);
  return periods;
};
