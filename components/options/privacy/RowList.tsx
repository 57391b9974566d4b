import { useState } from 'preact/hooks';
import { t } from '../../../lib/platform/words.ts';
import type { LogRow } from '../../hooks/telemetry-facts.ts';
import { shortMomentText } from '../../privacy/words-of-privacy.ts';
import { Icon } from '../../ui/Icon.tsx';
import { RowBytes } from './RowBytes.tsx';
import { fieldsOf } from './row-fields.ts';
import { stateOf } from './row-words.ts';

interface Props {
  readonly name: string;
  readonly rows: readonly LogRow[];
  readonly say: (text: string) => void;
}

/** Rows of the queue or the log; each opens to its bytes. */
export const RowList = ({ name, rows, say }: Props) => (
  <div class="card clip">
    <div class="log-h" aria-hidden="true">
      <span />
      <span>{t('columnTime')}</span>
      <span>{t('columnEvent')}</span>
      <span>{t('columnFields')}</span>
      <span>{t('columnState')}</span>
    </div>
    <ul class="log" aria-label={name}>
      {rows.map((row) => (
        <Row key={row.id} row={row} say={say} />
      ))}
    </ul>
  </div>
);

function Row({ row, say }: { readonly row: LogRow; readonly say: (text: string) => void }) {
  const [open, setOpen] = useState(false);
  const { words, tone } = stateOf(row);
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <Icon name="next" />
          <time class="num" dateTime={new Date(row.at).toISOString()}>
            {shortMomentText(row.at)}
          </time>
          <span class="mono trunc">{row.event === 'error' ? t('errorReport') : row.event}</span>
          <span class="muted trunc">{fieldsOf(row.body) || row.field}</span>
          <span class={`pill ${tone}`}>{words}</span>
        </summary>
        {open && <RowBytes row={row} say={say} />}
      </details>
    </li>
  );
}
