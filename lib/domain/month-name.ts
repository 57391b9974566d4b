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

/** The month that a word names or, in three letters or more, begins to name; null when there is no or more than one. */
const monthOf = (word: string, locale: string): number | null => {
  const months = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) =>
    [locale, 'en'].some((language) =>
      monthForms.some((form) => {
        const name = nameIn(language, month, form);
        return name === word || (word.length >= 3 && name.startsWith(word));
      }),
    ),
  );
  return months.length === 1 ? (months[0] ?? null) : null;
};

/** The one month, 1 to 12, that is named among some words; null when none is, or different ones are. */
export const monthNamed = (words: readonly string[], locale: string): number | null => {
  const months = new Set(words.map((word) => monthOf(fold(word), locale)).filter((month) => month !== null));
  return months.size === 1 ? ([...months][0] ?? null) : null;
};
