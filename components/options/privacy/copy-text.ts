import { t } from '../../../lib/platform/words.ts';

/** Puts a text on the clipboard. @returns what to say about it */
export async function copyText(text: string, done: string = t('copied')): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return done;
  } catch {
    return t('copyFailed');
  }
}
