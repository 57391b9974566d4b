import type { RunningEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { descriptionInSentence } from '../words-of-time.ts';

/** Above an empty form: what still runs, and the way back to it. */
export const Meanwhile = ({ running, onBack }: { running: RunningEntry; onBack: () => void }) => (
  <div class="still">
    <span class="grow">{t('stillRunning', descriptionInSentence(running.description))}</span>
    <button class="link quietly" type="button" onClick={onBack}>
      {t('backToRunning')}
    </button>
  </div>
);
