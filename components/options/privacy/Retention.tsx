import { t } from '../../../lib/platform/words.ts';
import { retention } from '../../hooks/telemetry-facts.ts';

export const Retention = () => (
  <section class="sec" aria-labelledby="retention-heading">
    <h2 id="retention-heading">{t('retentionTitle')}</h2>
    <div class="card">
      <table class="tbl" aria-labelledby="retention-heading">
        <tbody>
          <tr>
            <th scope="row">{t('retentionEvents')}</th>
            <td class="r">{t('retentionYears', retention.posthogYears)}</td>
          </tr>
          <tr>
            <th scope="row">{t('retentionErrors')}</th>
            <td class="r">{t('retentionDays', retention.sentryDays)}</td>
          </tr>
          <tr>
            <th scope="row">{t('retentionLog')}</th>
            <td class="r">{t('retentionDays', retention.logDays)}</td>
          </tr>
        </tbody>
      </table>
    </div>
    <p class="fine">{t('addressSeen')}</p>
  </section>
);
