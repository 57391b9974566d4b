import { t } from '../../../lib/platform/words.ts';
import type { LongWork } from '../../hooks/useLongWork.ts';
import { Note } from '../../ui/Note.tsx';

/** `a few seconds`, `2 min`. */
const leftText = (ms: number): string =>
  ms < 60_000 ? t('secondsLeft', Math.max(1, Math.ceil(ms / 1000))) : t('minutesLeft', Math.ceil(ms / 60_000));

/** How far long work is, with a way out; then why it failed. */
export function Progress({ work }: { readonly work: LongWork }) {
  const { underway, problem } = work;
  if (problem) return <Note tone="err">{problem}</Note>;
  if (!underway) return null;
  const { what, share, left } = underway;
  return (
    <div class="working">
      <label class="n" for="working">
        {t(what)}
      </label>
      <progress id="working" max={1} value={share} />
      <span class="muted num">{left === null ? '' : leftText(left)}</span>
      <button class="btn sm" type="button" onClick={work.cancel}>
        {t('cancel')}
      </button>
    </div>
  );
}
