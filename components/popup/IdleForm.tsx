import { useState } from 'preact/hooks';
import type { RunningEntry } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { FoldButton } from './FoldButton.tsx';
import { later } from './parts.ts';
import { TimerFields } from './TimerFields.tsx';
import type { PopupData } from './types.ts';
import type { Choices } from './useChoices.ts';
import type { Commands } from './useCommands.ts';
import type { Draft } from './useDraft.ts';
import { creates, toInput } from './work-draft.ts';

interface Props {
  readonly data: PopupData;
  readonly choices: Choices;
  readonly commands: Commands;
  readonly draft: Draft;
  /** What runs meanwhile, when something else is to be started. */
  readonly meanwhile: RunningEntry | null;
  readonly onBack: () => void;
}

/** What will be worked on: the first thing there is, ready to be typed into. */
export function IdleForm({ data, choices, commands, draft, meanwhile, onBack }: Props) {
  const [unfolded, setUnfolded] = useState(false);
  const { value, change } = draft;
  const more = later.usePart();
  const start = () =>
    void commands.run({ type: 'timer.start', work: toInput(draft.latest()) }, async ({ stopped, undo }) => {
      draft.clear();
      onBack();
      (await later.read()).sayStopped(commands, stopped, undo);
    });
  const open = unfolded || creates(value.project);
  return (
    <form
      class="composer"
      aria-label={t('timerForm')}
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          start();
        }
        if (event.key === 'Escape' && meanwhile && !event.defaultPrevented) {
          event.preventDefault();
          onBack();
        }
      }}
    >
      {meanwhile && more && <more.Meanwhile running={meanwhile} onBack={onBack} />}
      <TimerFields
        data={data}
        choices={choices}
        value={value}
        boxed
        onType={(description) => change({ description })}
        onEnter={start}
        onChange={change}
      >
        <button class="btn primary" type="submit">
          <Icon name="play" size={14} />
          {t('startTimer')}
        </button>
      </TimerFields>
      {open && more && <more.MoreFields choices={choices} draft={value} onChange={change} />}
      <div class="under">
        <FoldButton open={open} onToggle={() => setUnfolded(!open)} />
      </div>
    </form>
  );
}
