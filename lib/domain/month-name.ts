import { fold } from './fold.ts';
import { plainText } from './typed-text.ts';

type Options = Intl.DateTimeFormatOptions;

/** Names as they stand alone and as they stand in a date: many languages bend them. */
const monthForms: readonly Options[] = [
  { month: 'long' },
  { month: 'short' },
  { month: 'long', day: 'numeric' },
  { month: 'short', day: 'numeric' },
];

const nameIn = (locale: string, month: number, options: Options): string => {
  const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' });
  const name = format.formatToParts(Date.UTC(2026, month - 1, 1)).find(({ type }) => type === 'month')?.value ?? '';
  return fold(plainText(name)).replace(/[^\p{L}\p{M}]+$/u, '');
};

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const known = new Map<string, readonly ReadonlySet<string>[]>();

/** The names of each month, January first, in a locale and in English. */
const namesIn = (locale: string): readonly ReadonlySet<string>[] => {
  const before = known.get(locale);
  if (before !== undefined) return before;
  const names = months.map(
    (month) => new Set([locale, 'en'].flatMap((language) => monthForms.map((form) => nameIn(language, month, form)))),
  );
  known.set(locale, names);
  return names;
};

/** The month that a word names or, in three letters or more, begins to name; null when there is none or more than one. */
const monthOf = (word: string, locale: string): number | null => {
  const begins = (name: string) => name === word || (word.length >= 3 && name.startsWith(word));
  const meant = months.filter((month) => [...(namesIn(locale)[month - 1] ?? [])].some(begins));
  return meant.length === 1 ? (meant[0] ?? null) : null;
};

/** The one month, 1 to 12, that is named among some words; null when none is, or different ones are. */
export const monthNamed = (words: readonly string[], locale: string): number | null => {
  const months = new Set(words.map((word) => monthOf(fold(word), locale)).filter((month) => month !== null));
  return months.size === 1 ? ([...months][0] ?? null) : null;
};
