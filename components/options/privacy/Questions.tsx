import { t } from '../../../lib/platform/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { questions } from './questions.ts';

export const Questions = () => (
  <section class="sec" aria-labelledby="questions-heading">
    <h2 id="questions-heading">{t('questionsTitle')}</h2>
    <div class="card questions">
      {questions.map(([question, answer]) => (
        <details key={question}>
          <summary>
            <Icon name="next" />
            {t(question)}
          </summary>
          <p>{t(answer)}</p>
        </details>
      ))}
    </div>
  </section>
);
