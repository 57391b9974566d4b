import { useState } from 'preact/hooks';
import { tell } from '../../../lib/messaging/telemetry-client.ts';
import { t } from '../../../lib/platform/words.ts';
import { type LogFilter, type PrivacyStatus, retention, tallied } from '../../hooks/telemetry-facts.ts';
import { privacyView, usePrivacy } from '../../hooks/usePrivacy.ts';
import { eventsText, numberText } from '../../privacy/words-of-privacy.ts';
import { saveFile } from '../../save-file.ts';
import { Icon } from '../../ui/Icon.tsx';
import type { Message } from '../../ui/Toast.tsx';
import { LogFilters } from './LogFilters.tsx';
import { lastDays } from './last-days.ts';
import { PerDayChart } from './PerDayChart.tsx';
import { RowList } from './RowList.tsx';

interface Props {
  readonly status: PrivacyStatus;
  readonly request: string | null;
  readonly say: (text: string, action?: Message['action']) => void;
}

const AT_ONCE = 50;

/** Everything that was noted, filtered, fifty at a time. */
export function Log({ status, request, say }: Props) {
  const [filter, setFilter] = useState<LogFilter>({});
  const [limit, setLimit] = useState(AT_ONCE);
  const page = usePrivacy((view) => view.log(filter, null, limit), [filter, limit]);
  const kept = tallied(status.logged).rows;
  // by event the rows are not counted beforehand
  const all = filter.event === undefined ? tallied(status.logged, filter).rows : null;
  const perDay = lastDays(retention.logDays).map((day) => ({ day, rows: tallied(status.logged, { day }).rows }));
  const choose = (next: LogFilter): void => {
    setFilter(next);
    setLimit(AT_ONCE);
  };
  return (
    <section class="sec" aria-labelledby="log-heading">
      <div class="sec-h">
        <h2 id="log-heading">{t('logTitle')}</h2>
        <Buttons kept={kept} request={request} say={say} />
      </div>
      {request !== null && (
        <p class="fine" id="empty-means">
          {t('emptyLogMeans')}
        </p>
      )}
      <PerDayChart perDay={perDay} />
      {kept > 0 && <LogFilters filter={filter} perDay={perDay} onChange={choose} />}
      {page && page.rows.length > 0 && <RowList name={t('logList')} rows={page.rows} say={say} />}
      {page?.rows.length === 0 && <None kept={kept} keeps={status.keepsLog} onAll={() => choose({})} />}
      {page && page.rows.length > 0 && (
        <p class="below">
          <span>{belowText(page.rows.length, page.next === null, all)}</span>
          {page.next !== null && (
            <button class="link" type="button" onClick={() => setLimit(limit + AT_ONCE)}>
              {t('showMore')}
            </button>
          )}
        </p>
      )}
    </section>
  );
}

function belowText(shown: number, whole: boolean, all: number | null): string {
  if (whole) return t('logAll', eventsText(shown), retention.logDays);
  if (all === null) return t('logSome', numberText(shown), retention.logDays);
  return t('logNewest', numberText(shown), numberText(all), retention.logDays);
}

const None = ({ kept, keeps, onAll }: { kept: number; keeps: boolean; onAll: () => void }) => (
  <p class="card none">
    {t(kept > 0 ? 'logNoMatch' : keeps ? 'logEmpty' : 'logEmptyOff')}{' '}
    {kept > 0 && (
      <button class="link" type="button" onClick={onAll}>
        {t('showAllOfLog')}
      </button>
    )}
  </p>
);

function Buttons({ kept, request, say }: Pick<Props, 'request' | 'say'> & { readonly kept: number }) {
  const download = async (): Promise<void> => {
    const pieces: string[] = [];
    for await (const piece of (await privacyView()).download()) pieces.push(piece);
    saveFile('app.jsonl', new Blob(pieces, { type: 'application/jsonl' }));
    say(t('downloadedLog'));
  };
  const empty = async (): Promise<void> => {
    if ((await tell({ type: 'telemetry.emptyLog' })) !== 'done') return say(t('notDone'));
    const putBack = async () =>
      say(t((await tell({ type: 'telemetry.putBackLog' })) === 'done' ? 'putBackLog' : 'notPutBackLog'));
    const said = request === null ? 'emptiedLog' : 'emptiedLogFingerprint';
    say(t(said, eventsText(kept)), { label: t('undo'), run: () => void putBack() });
  };
  return (
    <div class="row">
      <button class="btn sm" type="button" onClick={() => void download()}>
        <Icon name="download" />
        {t('downloadLog')}
      </button>
      <button
        class="btn sm"
        type="button"
        disabled={kept === 0}
        aria-describedby={request === null ? undefined : 'empty-means'}
        onClick={() => void empty()}
      >
        {t('emptyLog')}
      </button>
    </div>
  );
}
