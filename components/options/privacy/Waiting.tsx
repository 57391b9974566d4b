import { tell } from '../../../lib/messaging/telemetry-client.ts';
import { t } from '../../../lib/platform/words.ts';
import type { LogRow, PrivacyStatus, QueueRow } from '../../hooks/telemetry-facts.ts';
import { eventsText } from '../../privacy/words-of-privacy.ts';
import { RowList } from './RowList.tsx';

interface Props {
  readonly rows: readonly QueueRow[];
  readonly status: PrivacyStatus;
  readonly say: (text: string) => void;
}

/** What waits to be sent, newest first; nothing while telemetry is off. */
export function Waiting({ rows, status, say }: Props) {
  const remove = async (): Promise<void> => {
    const outcome = await tell({ type: 'telemetry.deleteWaiting' });
    say(outcome === 'done' ? t('deletedWaiting', eventsText(rows.length)) : t('notDone'));
  };
  return (
    <section class="sec" aria-labelledby="waiting-heading">
      <div class="sec-h">
        <h2 id="waiting-heading">{t('waitingTitle')}</h2>
        {rows.length > 0 && (
          <button class="btn sm danger" type="button" onClick={() => void remove()}>
            {t('deleteWaiting')}
          </button>
        )}
      </div>
      {rows.length === 0 ? (
        <p class="card none">{t(status.state === 'on' ? 'waitingNone' : 'waitingNoneOff')}</p>
      ) : (
        <RowList name={t('waitingList')} rows={rows.map((row) => asLogRow(row, status)).reverse()} say={say} />
      )}
    </section>
  );
}

/** A waiting row as the log shows it. */
function asLogRow(row: QueueRow, { sinks }: PrivacyStatus): LogRow {
  const { notBefore } = sinks[row.sink];
  const retryAt = row.attempts > 0 && notBefore > Date.now() ? notBefore : null;
  return { ...row, day: '', state: 'waiting', why: null, field: null, changed: row.at, answer: null, retryAt };
}
