import { t } from '../../../lib/platform/words.ts';
import { eventNames, ruleOf } from '../../hooks/telemetry-facts.ts';
import { documents } from '../../privacy/documents.ts';
import { never } from '../../privacy/never.ts';
import { numberText } from '../../privacy/words-of-privacy.ts';
import { Icon } from '../../ui/Icon.tsx';

export const Never = () => (
  <section class="sec" aria-labelledby="never-heading">
    <h2 id="never-heading">{t('neverTitle')}</h2>
    <div class="card">
      <ul class="never">
        {never.map((word) => (
          <li key={word}>
            <Icon name="cross" size={14} />
            {t(word)}
          </li>
        ))}
      </ul>
    </div>
    <p class="fine">
      <a href={documents.howToCheck}>{t('howToCheck')}</a>
    </p>
  </section>
);

/** The closed list, from the registry the code uses. */
export const Events = () => (
  <section class="sec" aria-labelledby="events-heading">
    <h2 id="events-heading">{t('eventsTitle')}</h2>
    <p>{t('eventsLead', numberText(eventNames.length))}</p>
    <details class="card all-events">
      <summary>
        <Icon name="next" />
        {t('eventsShow')}
      </summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section class="x-scroll" tabIndex={0} aria-labelledby="events-heading">
        <table class="tbl" aria-labelledby="events-heading">
          <thead>
            <tr>
              <th scope="col">{t('columnEvent')}</th>
              <th scope="col">{t('eventColumnWhen')}</th>
              <th scope="col">{t('eventColumnWhy')}</th>
              <th scope="col">{t('eventColumnNumbers')}</th>
              <th scope="col">{t('eventColumnSince')}</th>
            </tr>
          </thead>
          <tbody>
            {eventNames.map((name) => {
              const { when, why, needs, mayHave, since } = ruleOf(name);
              return (
                <tr key={name}>
                  <th scope="row" class="mono">
                    {name}
                  </th>
                  <td lang="en">{when}</td>
                  <td lang="en">{why}</td>
                  <td class="mono">{[...needs, ...mayHave].join(', ')}</td>
                  <td>{since}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  </section>
);
