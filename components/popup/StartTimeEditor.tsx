import { useState } from 'preact/hooks';
import type { Instant, RunningEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { timeText } from '../words-of-time.ts';
import { OverlapNote } from './OverlapNote.tsx';
import { TimeEditor } from './TimeEditor.tsx';
import { typedStart } from './typed-instant.ts';
import type { PopupActions } from './types.ts';
import type { Commands } from './useCommands.ts';
import { useOverlaps } from './useOverlaps.ts';

interface Props {
  readonly running: RunningEntry;
  readonly actions: PopupActions;
  readonly commands: Commands;
  readonly now: () => Instant;
  readonly onClose: () => void;
}

const MINUTE = 60_000;
const steps = [
  { minutes: -15, word: 'fifteenMinutesEarlier' },
  { minutes: -5, word: 'fiveMinutesEarlier' },
  { minutes: 5, word: 'fiveMinutesLater' },
  { minutes: 15, word: 'fifteenMinutesLater' },
] as const;

/** Changes when the running entry started; says what it would overlap. */
export function StartTimeEditor({ running, actions, commands, now, onClose }: Props) {
  const { zone } = running;
  const show = (instant: Instant) => timeText(instant, zone);
  const [start, setStart] = useState<Instant | null>(running.start);
  const [text, setText] = useState(show(running.start));
  const [error, setError] = useState<string | null>(null);
  const [trim, setTrim] = useState(false);
  const changed = start !== null && start !== running.start && start <= now();
  // What runs has no end; the end of this minute asks the same question once a minute.
  const end = Math.ceil(now() / MINUTE) * MINUTE;
  const { overlaps } = useOverlaps(actions, changed ? start : null, changed ? end : null, running.id);

  const take = (instant: Instant) => {
    setStart(instant);
    setText(show(instant));
    setError(null);
  };
  const type = (typed: string) => {
    setText(typed);
    setError(null);
    setTrim(false);
    // What is typed back to the shown time keeps its seconds.
    setStart(
      typed === show(running.start) ? running.start : typedStart(typed, { from: running.start, zone, now: now() }),
    );
  };
  const save = () => {
    if (start === null) return setError(t('useATime'));
    if (start > now()) return setError(t('refused_startsInFuture'));
    if (start === running.start) return onClose();
    const addresses = trim ? { trim: overlaps.map(({ address }) => address) } : {};
    void commands.run({ type: 'timer.update', start, ...addresses }, onClose);
  };
  const free = Math.max(...overlaps.map(({ entry }) => entry.end));
  return (
    <TimeEditor
      id="start"
      label={t('startTime')}
      text={text}
      error={error}
      saveLabel={t('save')}
      onInput={type}
      onSave={save}
      onCancel={onClose}
      steps={steps.map(({ minutes, word }) => (
        <Step key={minutes} label={t(word)} onClick={() => take((start ?? running.start) + minutes * MINUTE)} />
      ))}
    >
      <OverlapNote
        id="start-overlap"
        overlaps={overlaps}
        trim={trim}
        onTrim={setTrim}
        instead={
          overlaps.length > 0 && free <= now() ? { label: t('startAt', show(free)), take: () => take(free) } : null
        }
      />
    </TimeEditor>
  );
}

const Step = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button class="btn sm" type="button" onClick={onClick}>
    {label}
  </button>
);
