import { t } from '../../../lib/platform/words.ts';
import { given, product } from '../../../lib/product.ts';
import { copyText } from './copy-text.ts';

/** Puts the deletion request on the clipboard. @returns what to say about it */
export function copyRequest(request: string): Promise<string> {
  const contact = given(product.privacyContact);
  return copyText(request, contact ? t('copiedDeletion', contact) : t('copiedDeletionNoContact'));
}
