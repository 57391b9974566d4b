import { t } from '../../../lib/platform/words.ts';
import type { Receipt } from '../../hooks/telemetry-facts.ts';
import { momentText } from '../../privacy/words-of-privacy.ts';
import { changeWord, whereWords } from './history-words.ts';

/** Every answer that was given, newest first. */
export const History = ({ receipts }: { readonly receipts: readonly Receipt[] }) => (
  <section class="sec" aria-labelledby="history-heading">
    <h2 id="history-heading">{t('historyTitle')}</h2>
    {receipts.length === 0 ? (
      <p class="card none">{t('historyNone')}</p>
    ) : (
      <div class="card">
        <table class="tbl" aria-labelledby="history-heading">
          <thead>
            <tr>
              <th scope="col">{t('historyWhen')}</th>
              <th scope="col">{t('historyWhat')}</th>
              <th scope="col">{t('historyWhere')}</th>
            </tr>
          </thead>
          <tbody>
            {receipts
              .map((receipt, i) => (
                <tr key={receipt.number}>
                  <td class="num">{momentText(receipt.since)}</td>
                  <td>
                    {t(changeWord(receipt, receipts[i - 1]))} · {t('historyPolicy', receipt.policyVersion)}
                  </td>
                  <td class="muted">{t(whereWords[receipt.by])}</td>
                </tr>
              ))
              .reverse()}
          </tbody>
        </table>
      </div>
    )}
  </section>
);
