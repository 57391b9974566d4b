import { useEffect, useRef } from 'preact/hooks';
import { tell } from '../../../lib/messaging/telemetry-client.ts';
import { t } from '../../../lib/platform/words.ts';
import { type PrivacyStatus, tallied } from '../../hooks/telemetry-facts.ts';
import { eventsText } from '../../privacy/words-of-privacy.ts';

interface Props {
  readonly status: PrivacyStatus;
  /** Whether the log holds one. */
  readonly fingerprint: boolean;
  readonly say: (text: string) => void;
  readonly onClose: () => void;
}

/** Says what goes and what stays, before it is done. */
export function EraseQuestion({ status, fingerprint, say, onClose }: Props) {
  const cancel = useRef<HTMLButtonElement>(null);
  useEffect(() => cancel.current?.focus(), []);
  const erase = async (): Promise<void> => {
    const outcome = await tell({ type: 'telemetry.eraseAll' });
    say(t(outcome === 'done' ? 'erasedTelemetry' : 'notDone'));
    onClose();
  };
  return (
    <div
      class="ask"
      role="alertdialog"
      aria-labelledby="erase-title"
      aria-describedby="erase-means"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <h3 id="erase-title">{t('eraseTitle')}</h3>
      <div id="erase-means">
        <p>{t('eraseGoes', eventsText(tallied(status.logged).rows))}</p>
        <p>{t('eraseStays')}</p>
        {fingerprint && <p>{t('eraseFingerprint')}</p>}
      </div>
      <div class="row">
        <button class="btn danger" type="button" onClick={() => void erase()}>
          {t('eraseTelemetry')}
        </button>
        <button class="btn" type="button" ref={cancel} onClick={onClose}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
