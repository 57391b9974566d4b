import { useState } from 'preact/hooks';
import { tell } from '../../../lib/messaging/telemetry-client.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { POLICY_VERSION, type PrivacyStatus, retention } from '../../hooks/telemetry-facts.ts';
import { type ConsentOutcome, useConsent } from '../../hooks/useConsent.ts';
import { documents } from '../../privacy/documents.ts';
import { Note } from '../../ui/Note.tsx';
import { SwitchRow } from '../SettingRow.tsx';

const problems: Readonly<Record<Exclude<ConsentOutcome, 'done'>, Word>> = {
  notPermitted: 'switchNotPermitted',
  notSaved: 'switchNotSaved',
  noAnswer: 'consentNoAnswer',
};

/** On and off, in one click each way. */
export function Switches({ status }: { readonly status: PrivacyStatus }) {
  const consent = useConsent('options');
  const [problem, setProblem] = useState<Word | null>(null);
  /** Drawn anew after a refusal: the control must not stay where it was moved to. */
  const [round, setRound] = useState(0);
  const settle = (outcome: ConsentOutcome, failed: Word | null = null): void => {
    setProblem(outcome === 'done' ? null : (failed ?? problems[outcome]));
    if (outcome !== 'done') setRound((before) => before + 1);
  };
  const send = async (on: boolean): Promise<void> => settle(await (on ? consent.agree() : consent.withdraw()));
  const keep = async (keeps: boolean): Promise<void> =>
    settle(await tell({ type: 'telemetry.keepLog', keeps }), 'notDone');
  const older = status.state === 'on' && status.policyVersion !== POLICY_VERSION;
  return (
    <div class="switches">
      <div class="card" key={round}>
        <SwitchRow
          id="send"
          name={t('consentBox')}
          help={t('sendSwitchHelp')}
          on={status.state === 'on'}
          onChange={(on) => void send(on)}
        />
        <SwitchRow
          id="keep-log"
          name={t('keepLogSwitch')}
          help={t('keepLogHelp', retention.logDays)}
          on={status.keepsLog}
          onChange={(keeps) => void keep(keeps)}
        />
      </div>
      <p class="fine">{t('switchesMean')}</p>
      {problem && <Note tone="err">{t(problem)}</Note>}
      {older && (
        <Note tone="warn">
          {t('newPolicyHere', status.policyVersion ?? '', POLICY_VERSION)}
          <div class="row">
            <button class="btn sm" type="button" onClick={() => void send(true)}>
              {t('agreeToPolicy', POLICY_VERSION)}
            </button>
            <a class="t24" href={documents.changes}>
              {t('newPolicyWhat')}
            </a>
          </div>
        </Note>
      )}
    </div>
  );
}
