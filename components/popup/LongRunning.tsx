import { useState } from 'preact/hooks';
import type { Instant, RunningEntry } from '../../lib/domain/entry.ts';
import { elapsed } from '../../lib/domain/timer.ts';
import { t } from '../../lib/platform/words.ts';
import { useSecond } from '../hooks/useSecond.ts';
import { Note } from '../ui/Note.tsx';
import { spanText, timeText } from '../words-of-time.ts';
import { runStopping, whenText } from './sentences.ts';
import { TimeEditor } from './TimeEditor.tsx';
import { typedEnd } from './typed-instant.ts';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly running: RunningEntry;
  readonly commands: Commands;
  readonly now: () => Instant;
}

const HOUR = 3_600_000;

/** Asks about a timer that was perhaps forgotten: one that runs for more than `after` hours (null: none is). */
export function LongRunning({ running, after, commands, now }: Props & { readonly after: number | null }) {
  const [kept, setKept] = useState<string | null>(null);
  const [ending, setEnding] = useState(false);
  const at = useSecond(now, running.start);
  const ms = elapsed(running, at);
  if (after === null || ms <= after * HOUR || kept === running.id) return null;
  return (
    <div class="over">
      <Note tone="warn">
        {t('runningFor', spanText(ms), whenText(running.start, running.zone, at))}
        {ending ? (
          <EndEditor running={running} commands={commands} now={now} onClose={() => setEnding(false)} />
        ) : (
          <div class="row">
            <button class="btn sm" type="button" onClick={() => setKept(running.id)}>
              {t('keep')}
            </button>
            <button class="btn sm" type="button" onClick={() => setEnding(true)}>
              {t('setTheEnd')}
            </button>
          </div>
        )}
      </Note>
    </div>
  );
}

function EndEditor({ running, commands, now, onClose }: Props & { readonly onClose: () => void }) {
  const { start, zone } = running;
  const [text, setText] = useState(() => timeText(now(), zone));
  const [error, setError] = useState<string | null>(null);
  const save = () => {
    const end = typedEnd(text, { from: start, zone, now: now() });
    if (end === null) return setError(t('useATime'));
    if (end > now()) return setError(t('refused_endsInFuture'));
    if (end < start) return setError(t('refused_endsBeforeStart'));
    runStopping(commands, { type: 'timer.stop', end });
  };
  return (
    <TimeEditor
      id="end"
      label={t('endTime')}
      text={text}
      error={error}
      saveLabel={t('stopThen')}
      onInput={(typed) => {
        setText(typed);
        setError(null);
      }}
      onSave={save}
      onCancel={onClose}
    />
  );
}
