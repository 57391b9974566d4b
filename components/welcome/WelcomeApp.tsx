import { useState } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';
import { eventsSince, POLICY_VERSION, type PrivacyStatus } from '../hooks/telemetry-facts.ts';
import { usePrivacy } from '../hooks/usePrivacy.ts';
import { documents } from '../privacy/documents.ts';
import { dateText } from '../privacy/words-of-privacy.ts';
import { Brand } from '../ui/Brand.tsx';
import { AllSet } from './AllSet.tsx';
import { Collected } from './Collected.tsx';
import { ConsentForm } from './ConsentForm.tsx';
import { SampleEvent } from './SampleEvent.tsx';

interface Props {
  /** The keys that open the popup, as they are really set. */
  readonly keys: string | null;
  readonly firefox: boolean;
}

/** The page that opens at install, and once for a new policy to those who agreed to the one before. */
export function WelcomeApp({ keys, firefox }: Props) {
  const status = usePrivacy((view) => view.status(), []);
  const [answered, setAnswered] = useState<{ readonly sends: boolean } | null>(null);
  const older = status?.state === 'on' && status.policyVersion !== POLICY_VERSION && !answered;
  const asks = status && !answered && (status.state === 'unset' || older);
  return (
    <main class="welcome">
      <Brand />
      {older ? <NewPolicy status={status} /> : <Lead />}
      {asks && (
        <ConsentForm
          first={!older}
          startsEmpty={older ? t('newPolicyStartsEmpty', status.policyVersion ?? '') : t('consentStartsEmpty')}
          onDone={(sends) => setAnswered({ sends })}
        />
      )}
      {status && !asks && (
        <AllSet
          sends={answered ? answered.sends : status.state === 'on'}
          justNow={answered !== null}
          keys={keys}
          firefox={firefox}
        />
      )}
      <Collected />
      <SampleEvent />
    </main>
  );
}

const Lead = () => (
  <>
    <h1>{t('welcomeHeading')}</h1>
    <p class="lead">{t('welcomeLead')}</p>
  </>
);

function NewPolicy({ status }: { readonly status: PrivacyStatus }) {
  const agreed = status.policyVersion ?? '';
  const names = eventsSince(agreed);
  return (
    <>
      <h1>{t('newPolicyHeading')}</h1>
      <p class="lead">{t('newPolicyLead', agreed, dateText(status.since ?? 0), POLICY_VERSION)}</p>
      <p class="lead">
        {names.length > 0 ? t('newPolicyEvents', names.join(', ')) : t('newPolicyNoEvents')}{' '}
        <a href={documents.changes}>{t('newPolicyWhat')}</a>
      </p>
    </>
  );
}
