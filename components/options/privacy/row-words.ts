import { t, type Word } from '../../../lib/platform/words.ts';
import type { LogRow } from '../../hooks/telemetry-facts.ts';
import { bytesText, timeBeside } from '../../privacy/words-of-privacy.ts';
import { receiverName } from './receivers.ts';

type Tone = '' | 'sent' | 'wait' | 'ref';

/** The state of a row in words, and how it looks. */
export function stateOf(row: LogRow): { readonly words: string; readonly tone: Tone } {
  switch (row.state) {
    case 'sent':
      return { words: t('stateSentAt', timeBeside(row.changed, row.at)), tone: 'sent' };
    case 'waiting':
      return { words: row.retryAt === null ? t('stateWaiting') : t('stateRetry', retryText(row)), tone: 'wait' };
    case 'refused':
      return {
        words: row.why === 'field' ? t('stateRefused') : t('stateRefusedBy', receiverName(row.sink)),
        tone: 'ref',
      };
    case 'dropped':
      return { words: t('stateDropped'), tone: '' };
    case 'wouldBeSent':
      return { words: t('stateWould'), tone: '' };
  }
}

const dropped: Partial<Record<NonNullable<LogRow['why']>, Word>> = {
  tooOld: 'meansTooOld',
  tooMany: 'meansTooMany',
  deleted: 'meansDeleted',
  withdrawn: 'meansWithdrawn',
};

/** What the state means, in sentences. */
export function meaningOf(row: LogRow): string {
  const bytes = bytesText(row.bytes);
  switch (row.state) {
    case 'sent':
      return t('meansSent', bytes);
    case 'waiting':
      return row.retryAt === null ? t('meansWaiting', bytes) : retryMeaning(row);
    case 'refused':
      if (row.why === 'field') return t('meansField', row.field ?? '');
      if (row.why === 'tooLarge') return t('meansTooLarge', receiverName(row.sink));
      return t('meansAnswer', receiverName(row.sink), row.answer?.status ?? '', row.answer?.text ?? '');
    case 'dropped': {
      const why = row.why && dropped[row.why];
      return [why ? t(why) : '', row.attempts > 0 ? t('meansMayHaveArrived') : ''].join(' ').trim();
    }
    case 'wouldBeSent':
      return t(row.why === 'newPolicy' ? 'meansNewPolicy' : 'meansOff', bytes);
  }
}

const retryText = ({ retryAt, changed }: LogRow): string => timeBeside(retryAt ?? changed, changed);

const retryMeaning = (row: LogRow): string =>
  row.answer ? t('meansRetryAnswered', row.answer.status, retryText(row)) : t('meansRetry', retryText(row));
