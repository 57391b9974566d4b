import { t } from '../../../lib/platform/words.ts';
import { type PrivacyStatus, type QueueRow, type Receipt, tallied } from '../../hooks/telemetry-facts.ts';
import { bytesText, eventsText } from '../../privacy/words-of-privacy.ts';
import { Note } from '../../ui/Note.tsx';
import { receiverName } from './receivers.ts';
import { sinceWords } from './status-words.ts';

interface Props {
  readonly status: PrivacyStatus;
  readonly receipts: readonly Receipt[];
  readonly waiting: readonly QueueRow[];
}

/** After so many tries in a row without an answer, something stands in the way. */
const BLOCKED_AFTER = 2;

/** Whether it is on, since when, and how much there is of what. */
export function Status({ status, receipts, waiting }: Props) {
  const { sent, logged, known } = status;
  const kept = tallied(logged);
  const on = status.state === 'on';
  return (
    <div class="card clip">
      <div class="state">
        <p class="big" role="status">
          {t(on ? 'telemetryIsOn' : 'telemetryIsOff')}
        </p>
        <p>{sinceWords(status, receipts)}</p>
      </div>
      <dl class="stats num">
        <Stat name={t(known.why === 'installed' ? 'statSent' : 'statSentKnown')} events={sent.sent}>
          {bytesText(sent.bytes)}
        </Stat>
        <Stat name={t('statWaiting')} events={status.waiting.rows}>
          {bytesText(status.waiting.bytes)}
        </Stat>
        <Stat name={t('statKept')} events={kept.rows}>
          {bytesText(kept.bytes)}
        </Stat>
        {on ? (
          <Stat name={t('statRefused')} events={tallied(logged, { state: 'refused' }).rows} />
        ) : (
          <Stat name={t('statWould')} events={tallied(logged, { state: 'wouldBeSent' }).rows} />
        )}
      </dl>
      {on && <Troubles status={status} waiting={waiting} />}
    </div>
  );
}

const Stat = ({ name, events, children }: { name: string; events: number; children?: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{eventsText(events)}</dd>
    {children && <dd class="small">{children}</dd>}
  </div>
);

function Troubles({ status, waiting }: Pick<Props, 'status' | 'waiting'>) {
  const sinks = (['posthog', 'sentry'] as const).map((name) => ({ name, ...status.sinks[name] }));
  const blocked = waiting.length > 0 && sinks.some(({ failures }) => failures >= BLOCKED_AFTER);
  const resting = sinks.filter(({ refusedIn }) => refusedIn !== null);
  if (!blocked && resting.length === 0) return null;
  return (
    <div class="troubles">
      {blocked && <Note tone="warn">{t('telemetryBlocked')}</Note>}
      {resting.map(({ name }) => (
        <Note tone="warn" key={name}>
          {t('sinkRests', receiverName(name))}
        </Note>
      ))}
    </div>
  );
}
