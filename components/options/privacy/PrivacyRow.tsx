import { t } from '../../../lib/platform/words.ts';
import { usePrivacy } from '../../hooks/usePrivacy.ts';
import { SettingRow } from '../SettingRow.tsx';
import { sinceWords } from './status-words.ts';

/** On the page of all settings: the state in words, and the way to the rest. */
export function PrivacyRow() {
  const seen = usePrivacy(async (view) => ({ status: await view.status(), receipts: await view.receipts() }), []);
  return (
    <section class="sec" aria-labelledby="privacy-row-heading">
      <h2 id="privacy-row-heading">{t('privacy')}</h2>
      <div class="card">
        {seen && (
          <SettingRow
            name={t(seen.status.state === 'on' ? 'telemetryIsOn' : 'telemetryIsOff')}
            help={sinceWords(seen.status, seen.receipts)}
          >
            <a class="btn" href="#privacy">
              {t('openPrivacy')}
            </a>
          </SettingRow>
        )}
      </div>
    </section>
  );
}
