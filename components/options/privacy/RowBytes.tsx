import { t } from '../../../lib/platform/words.ts';
import { given, product } from '../../../lib/product.ts';
import { headersBrowsersAdd, type LogRow, requestOf } from '../../hooks/telemetry-facts.ts';
import { Bytes } from '../../privacy/Bytes.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { copyText } from './copy-text.ts';
import { meaningOf } from './row-words.ts';

/** What an opened row shows: the exact bytes, what became of them, and the request they are part of. */
export function RowBytes({ row, say }: { readonly row: LogRow; readonly say: (text: string) => void }) {
  const repository = given(product.repository);
  const { body } = row;
  return (
    <div class="x">
      {body !== null && <Bytes text={body} name={t('exactBytesOf', row.event)} />}
      <p>
        <span>
          {meaningOf(row)} {row.why === 'field' && repository && <a href={`${repository}/issues`}>{t('reportBug')}</a>}
        </span>
        {body !== null && (
          <button class="btn sm" type="button" onClick={() => void copyText(body).then((said) => say(said))}>
            <Icon name="copy" />
            {t('copy')}
          </button>
        )}
      </p>
      {body !== null && <Request row={row} />}
    </div>
  );
}

function Request({ row }: { readonly row: LogRow }) {
  const { address, headers, wrapper } = requestOf(row);
  return (
    <dl class="request">
      <dt>{t('requestTo')}</dt>
      <dd class="mono">POST {address}</dd>
      <dt>{t('requestHeaders')}</dt>
      <dd class="mono">
        {Object.entries(headers).map(([name, value]) => (
          <div key={name}>
            {name}: {value}
          </div>
        ))}
      </dd>
      {wrapper.before && (
        <>
          <dt>{t('requestAround')}</dt>
          <dd class="mono">
            {wrapper.before} … {wrapper.after}
          </dd>
        </>
      )}
      <dt>{t('requestBrowserHeaders')}</dt>
      <dd>{headersBrowsersAdd.join(', ')}</dd>
    </dl>
  );
}
