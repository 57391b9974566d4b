import type words from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

/** Key of a sentence in `_locales`. */
export type Word = keyof typeof words;

const known = new Map<Word, string>();

/** Asking the browser takes as long as drawing what is asked for, so that a word without places is asked for once. */
const plain = (word: Word): string => {
  const before = known.get(word);
  if (before !== undefined) return before;
  const message = browser.i18n.getMessage(word);
  known.set(word, message);
  return message;
};

/** The sentence in the person's language, with what goes into its places. */
export const t = (word: Word, ...substitutions: readonly (string | number)[]): string =>
  substitutions.length === 0 ? plain(word) : browser.i18n.getMessage(word, substitutions.map(String));

export const wordsDirection = (): 'ltr' | 'rtl' => (browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr');

/** BCP 47 tag of the language the words are in, which is English where a translation is missing. */
export const wordsLanguage = (): string => t('wordsLanguage');

let chosenLocale: string | null = null;

/** The locale a person chose for dates, times and money; null: the browser's. */
export function chooseFormatLocale(tag: string | null): void {
  chosenLocale = tag;
}

/** BCP 47 tag of how dates, times and money are written, whatever the words are in: the chosen one, else the browser's. */
export const formatLocale = (): string => chosenLocale ?? browserLocale();

export const browserLocale = (): string => browser.i18n.getUILanguage();
