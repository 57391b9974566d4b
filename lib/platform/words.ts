import type words from '../../public/_locales/en/messages.json';
import { browser } from './browser.ts';

/** Key of a sentence in `_locales`. */
export type Word = keyof typeof words;

/** The sentence in the person's language, with what goes into its places. */
export const t = (word: Word, ...substitutions: readonly (string | number)[]): string =>
  browser.i18n.getMessage(word, substitutions.map(String));

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
