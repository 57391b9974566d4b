import { t } from '../../../lib/platform/words.ts';
import type { PrivacyStatus, Receipt } from '../../hooks/telemetry-facts.ts';
import { momentText } from '../../privacy/words-of-privacy.ts';

/** Since when it is as it is, and what is not known of the time before. */
export function sinceWords(status: PrivacyStatus, receipts: readonly Receipt[]): string {
  const { state, since, known, policyVersion } = status;
  if (state === 'on')
    return `${t('sinceWithPolicy', momentText(since ?? 0), policyVersion ?? '')} ${unknown(status)}`.trim();
  const agreedOnce = receipts.some((receipt) => receipt.state === 'granted');
  if (known.why === 'installed' && !agreedOnce && status.sent.sent === 0) {
    return known.since === null ? t('sinceAlways') : t('sinceInstalled', momentText(known.since));
  }
  return `${since === null ? '' : t('sinceMoment', momentText(since))} ${unknown(status)}`.trim();
}

function unknown({ known }: PrivacyStatus): string {
  if (known.why === 'installed' || known.since === null) return '';
  return t(known.why === 'erased' ? 'erasedBefore' : 'unknownBefore', momentText(known.since));
}
