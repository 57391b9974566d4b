import { useState } from 'preact/hooks';
import { tell } from '../../lib/messaging/telemetry-client.ts';
import { t, type Word } from '../../lib/platform/words.ts';
import { type ConsentOutcome, useConsent } from '../hooks/useConsent.ts';
import { Icon } from '../ui/Icon.tsx';
import { Note } from '../ui/Note.tsx';

interface Props {
  /** What an empty box means here. */
  readonly startsEmpty: string;
  /** Whether this is the setup, and not the question about a new policy. */
  readonly first: boolean;
  /** @param sends whether telemetry is on now */
  readonly onDone: (sends: boolean) => void;
}

const problems: Readonly<Record<Exclude<ConsentOutcome, 'done'>, Word>> = {
  notPermitted: 'consentNotPermitted',
  notSaved: 'consentNotSaved',
  noAnswer: 'consentNoAnswer',
};

/** One box, empty, and one button that goes on whatever the box says. */
export function ConsentForm({ startsEmpty, first, onDone }: Props) {
  const consent = useConsent('welcome');
  const [ticked, setTicked] = useState(false);
  const [problem, setProblem] = useState<Word | null>(null);
  const start = async (event: Event): Promise<void> => {
    event.preventDefault();
    const outcome = await (ticked ? consent.agree() : consent.withdraw());
    if (outcome !== 'done') return setProblem(problems[outcome]);
    if (first) await tell({ type: 'telemetry.happened', event: 'setup.completed' });
    onDone(ticked);
  };
  return (
    <form aria-label={t('setUp')} onSubmit={(event) => void start(event)}>
      <fieldset class="card consent">
        <legend>{t('consentQuestion')}</legend>
        <p class="muted">{startsEmpty}</p>
        <div class="ck">
          <input
            class="check"
            type="checkbox"
            id="agree"
            checked={ticked}
            aria-describedby="agree-help"
            autocomplete="off"
            onChange={(event) => setTicked(event.currentTarget.checked)}
          />
          <label for="agree">{t('consentBox')}</label>
          <p id="agree-help">{t('consentBoxHelp')}</p>
        </div>
        <p class="note ok" role="status">
          <Icon name="info" />
          <span>{t(ticked ? 'consentSends' : 'consentNothing')}</span>
        </p>
        <div class="two">
          <button class="btn lg" type="submit">
            {t('startTracking')}
          </button>
          <a class="btn lg" href="options.html#privacy">
            {t('privacyFirst')}
          </a>
        </div>
        {problem && <Note tone="err">{t(problem)}</Note>}
      </fieldset>
    </form>
  );
}
