import { useEffect, useState } from 'preact/hooks';
import { tell } from '../../../lib/messaging/telemetry-client.ts';
import { t } from '../../../lib/platform/words.ts';
import { usePrivacy } from '../../hooks/usePrivacy.ts';
import { type Message, Toast } from '../../ui/Toast.tsx';
import { Events, Never } from './Collected.tsx';
import { History } from './History.tsx';
import { Log } from './Log.tsx';
import { Questions } from './Questions.tsx';
import { ReadMore } from './ReadMore.tsx';
import { Requests } from './Requests.tsx';
import { Retention } from './Retention.tsx';
import { Status } from './Status.tsx';
import { Switches } from './Switches.tsx';
import { Waiting } from './Waiting.tsx';

/** Everything about telemetry: whether it is on, what left, what waits, and what can be done about it. */
export function PrivacySection() {
  const seen = usePrivacy(
    async (view) => ({
      status: await view.status(),
      waiting: await view.waiting(),
      receipts: await view.receipts(),
      request: await view.deletionRequest(),
    }),
    [],
  );
  const [message, setMessage] = useState<Message | null>(null);
  const say = (text: string, action?: Message['action']) => setMessage({ text, ...(action ? { action } : {}) });
  useUndoOf(message);
  useEffect(() => void tell({ type: 'telemetry.happened', event: 'telemetry.dashboard_viewed' }), []);
  return (
    <section id="privacy" class="privacy" aria-labelledby="privacy-heading">
      <h1 id="privacy-heading">{t('privacy')}</h1>
      <p class="lead">{t('privacyLead')}</p>
      {seen && (
        <>
          <section aria-label={t('telemetryStatus')}>
            <Status status={seen.status} receipts={seen.receipts} waiting={seen.waiting} />
            <Switches status={seen.status} />
          </section>
          <Waiting rows={seen.waiting} status={seen.status} say={say} />
          <Log status={seen.status} request={seen.request} say={say} />
        </>
      )}
      <Never />
      <Events />
      {seen && (
        <>
          <Requests status={seen.status} request={seen.request} say={say} />
          <History receipts={seen.receipts} />
        </>
      )}
      <Retention />
      <Questions />
      <ReadMore />
      <Toast message={message} onGone={() => setMessage(null)} />
    </section>
  );
}

/** The key takes back what the message offers to, before anything that was done with entries. */
function useUndoOf(message: Message | null): void {
  useEffect(() => {
    const action = message?.action;
    if (!action) return;
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== 'z') return;
      event.preventDefault();
      action.run();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [message]);
}
