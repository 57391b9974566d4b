import { useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import type { PrivacyStatus } from '../../hooks/telemetry-facts.ts';
import { documents } from '../../privacy/documents.ts';
import { SettingRow } from '../SettingRow.tsx';
import { copyRequest } from './copy-request.ts';
import { EraseQuestion } from './EraseQuestion.tsx';

interface Props {
  readonly status: PrivacyStatus;
  readonly request: string | null;
  readonly say: (text: string) => void;
}

/** What a person can ask for, and do here. */
export function Requests({ status, request, say }: Props) {
  const [asks, setAsks] = useState(false);
  return (
    <section class="sec" aria-labelledby="requests-heading">
      <h2 id="requests-heading">{t('requestsTitle')}</h2>
      <div class="card">
        <SettingRow name={t('deletionName')} help={deletionHelp(status, request)}>
          <button
            class="btn"
            type="button"
            disabled={request === null}
            onClick={() => request !== null && void copyRequest(request).then((said) => say(said))}
          >
            {t('copyDeletion')}
          </button>
        </SettingRow>
        <SettingRow name={t('eraseName')} help={t('eraseHelp')}>
          <button class="btn danger" type="button" aria-expanded={asks} onClick={() => setAsks(!asks)}>
            {t('eraseTelemetryAsk')}
          </button>
        </SettingRow>
        {asks && (
          <EraseQuestion status={status} fingerprint={request !== null} say={say} onClose={() => setAsks(false)} />
        )}
        <SettingRow name={t('verifyName')} help={t('verifyHelp')}>
          <a class="btn" href={documents.howToCheck}>
            {t('howToVerify')}
          </a>
        </SettingRow>
        <SettingRow name={t('eventListName')} help={t('eventListHelp')}>
          <a class="btn" href={documents.events}>
            {t('eventList')}
          </a>
        </SettingRow>
      </div>
    </section>
  );
}

function deletionHelp({ sent }: PrivacyStatus, request: string | null): string {
  if (request === null) return t(sent.sent > 0 ? 'deletionGone' : 'deletionNothing');
  const fingerprints = request.match(/\b[0-9a-f]{64}\b/g) ?? [];
  return t('deletionHelp', fingerprints.map((whole) => `${whole.slice(0, 8)}…${whole.slice(-4)}`).join(', '));
}
