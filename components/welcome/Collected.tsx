import { t, type Word } from '../../lib/platform/words.ts';
import { retention } from '../hooks/telemetry-facts.ts';
import { never } from '../privacy/never.ts';

const sent: readonly Word[] = [
  'collectedKind',
  'collectedNumbers',
  'collectedWhen',
  'collectedPlatform',
  'collectedFingerprint',
  'collectedErrors',
];

/** What would be sent, beside what never is. */
export const Collected = () => (
  <section aria-labelledby="collected">
    <h2 id="collected">{t('collectedTitle')}</h2>
    <div class="card clip">
      <table class="plain" aria-labelledby="collected">
        <thead>
          <tr>
            <th scope="col">{t('collectedOnlyIf')}</th>
            <th scope="col">{t('collectedNever')}</th>
          </tr>
        </thead>
        <tbody>
          {sent.map((word, i) => (
            <tr key={word}>
              <td>{t(word)}</td>
              <td>{never[i] && t(never[i])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <p class="fine">{t('addressAndRetention', retention.posthogYears, retention.sentryDays, retention.logDays)}</p>
  </section>
);
