import { t } from '../../../lib/platform/words.ts';
import type { Reading } from '../../hooks/useReading.ts';

/** How far a reading is that takes longer than a blink, and a way to give it up. */
export function ReadingNote<T>({ reading }: { readonly reading: Reading<T> }) {
  const { progress, cancelled, cancel, again } = reading;
  if (cancelled) {
    return (
      <div class="reading">
        <span role="status">{t('readingStopped')}</span>
        <button class="btn sm" type="button" onClick={again}>
          {t('tryAgain')}
        </button>
      </div>
    );
  }
  if (!progress) return null;
  return (
    <div class="reading">
      <label>
        {t('readingEntries')} <progress value={progress.done} max={progress.of} />
      </label>
      <button class="btn sm" type="button" onClick={cancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
