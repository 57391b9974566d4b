import { useState } from 'preact/hooks';
import type { Instant, RunningEntry } from '../../lib/domain/entry.ts';
import { durationClock } from '../../lib/domain/format.ts';
import { elapsed } from '../../lib/domain/timer.ts';
import { t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { useSecond } from '../hooks/useSecond.ts';
import { Icon } from '../ui/Icon.tsx';
import { descriptionInSentence, timeText } from '../words-of-time.ts';
import { FoldButton } from './FoldButton.tsx';
import { later } from './parts.ts';
import { runStopping } from './sentences.ts';
import { TimerFields } from './TimerFields.tsx';
import type { PopupActions, PopupData } from './types.ts';
import type { Choices } from './useChoices.ts';
import type { Commands } from './useCommands.ts';
import { useRunningDraft } from './useRunningDraft.ts';

interface Props {
  readonly data: PopupData;
  readonly running: RunningEntry;
  readonly choices: Choices;
  readonly actions: PopupActions;
  readonly commands: Commands;
  readonly now: () => Instant;
  readonly editingStart: boolean;
  readonly onEditStart: (editing: boolean) => void;
  readonly onStartElse: () => void;
}

/** What runs: edited in place, saved when a field is left or something is chosen. */
export function RunningCard(props: Props) {
  const { data, running, choices, commands } = props;
  const [unfolded, setUnfolded] = useState(false);
  const more = later.usePart();
  const { value, type, commit, save } = useRunningDraft(running, commands);
  const stop = async () => {
    await commit();
    runStopping(commands, { type: 'timer.stop' });
  };
  const pause = async () => {
    await commit();
    void commands.run({ type: 'timer.pause' }, ({ undo }) => commands.say(t('pausedTimer'), undo));
  };
  return (
    <form
      class="run"
      aria-label={t('timerForm')}
      onSubmit={(event) => {
        event.preventDefault();
        void stop();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.defaultPrevented || !(event.target instanceof HTMLInputElement)) return;
        // Enter in a field saves that field; only with Ctrl or Cmd it stops the timer.
        event.preventDefault();
        if (event.ctrlKey || event.metaKey) void stop();
      }}
    >
      <TimerFields
        data={data}
        choices={choices}
        value={value}
        boxed={false}
        onType={type}
        onEnter={() => void commit()}
        onLeave={() => void commit()}
        onChange={(part) => void save(part)}
      />
      <div class="foot">
        <Clock {...props} />
        <button class="icon box lg" type="button" aria-label={t('pauseTimer')} title={t('pauseTimer')} onClick={pause}>
          <Icon name="pause" />
        </button>
        <button class="btn stop lg" type="submit">
          <Icon name="stop" size={14} />
          {t('stopTimer')}
        </button>
      </div>
      {props.editingStart && more && <more.StartTimeEditor {...props} onClose={() => props.onEditStart(false)} />}
      {unfolded && more && <more.MoreFields choices={choices} draft={value} onChange={(part) => void save(part)} />}
      {more && (
        <more.EstimateNote
          running={running}
          project={data.projects.get(running.projectId ?? '')}
          actions={props.actions}
          now={props.now}
        />
      )}
      <div class="under">
        <FoldButton open={unfolded} onToggle={() => setUnfolded(!unfolded)} />
        <button class="fold" type="button" onClick={props.onStartElse}>
          {t('startSomethingElse')}
        </button>
        <DiscardButton {...props} />
      </div>
    </form>
  );
}

function Clock({ running, now, editingStart, onEditStart }: Props) {
  const at = useSecond(now, running.start);
  const started = timeText(running.start, running.zone);
  return (
    <div class="grow">
      <div class="timer num" role="timer" aria-label={t('elapsedTime')} aria-live="off">
        {durationClock(elapsed(running, at))}
      </div>
      <div class="started">
        {t('started')}{' '}
        <button
          type="button"
          aria-label={t('editStartTime', started)}
          aria-expanded={editingStart}
          onClick={() => onEditStart(!editingStart)}
        >
          {started}
        </button>
      </div>
    </div>
  );
}

const DiscardButton = ({ running, commands, now }: Props) => {
  const discard = () =>
    void commands.run({ type: 'timer.discard' }, ({ undo }) => {
      const length = durationText(elapsed(running, now()));
      commands.say(t('discardedTimer', descriptionInSentence(running.description), length), undo);
    });
  return (
    <button class="fold" type="button" onClick={discard}>
      {t('discardTimer')}
    </button>
  );
};
