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

/** BCP 47 tag of the browser's language: how dates, times and money are written, whatever the words are in. */
export const formatLocale = (): string => browser.i18n.getUILanguage();
