import { t, type Word } from '../../../lib/platform/words.ts';
import { given, product } from '../../../lib/product.ts';
import { documents } from '../../privacy/documents.ts';

const links: readonly (readonly [Word, string])[] = [
  ['documentPolicy', documents.policy],
  ['documentComparison', documents.comparison],
  ['documentHow', documents.howItWorks],
  ['documentRights', documents.rights],
];

/** The documents, the source, and whom to write to. */
export function ReadMore() {
  const contact = given(product.privacyContact);
  const source = given(product.repository);
  return (
    <section class="sec" aria-labelledby="read-heading">
      <h2 id="read-heading">{t('documentsTitle')}</h2>
      <ul class="card read-more">
        {links.map(([word, address]) => (
          <li key={word}>
            <a class="t24" href={address}>
              {t(word)}
            </a>
          </li>
        ))}
        <li>
          {source ? (
            <a class="t24" href={source}>
              {t('documentSource')}
            </a>
          ) : (
            t('sourceMissing')
          )}
        </li>
        <li>
          {contact ? (
            <a class="t24" href={`mailto:${contact}`}>
              {t('contact', contact)}
            </a>
          ) : (
            t('contactMissing')
          )}
        </li>
      </ul>
    </section>
  );
}
