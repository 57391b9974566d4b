import type { Instant } from '../../lib/domain/entry.ts';
import type { PomodoroState } from '../../lib/domain/pomodoro.ts';
import { t } from '../../lib/platform/words.ts';
import { useSecond } from '../hooks/useSecond.ts';
import type { PopupData } from './types.ts';
import type { Commands } from './useCommands.ts';

interface Props {
  readonly data: PopupData;
  readonly commands: Commands;
  readonly now: () => Instant;
}

/** Below the timer: where the Pomodoro is, or the way to begin one; nothing for those who did not choose it. */
export function PomodoroLine({ data, commands, now }: Props) {
  const { pomodoro, running, settings } = data;
  if (pomodoro) return <Going state={pomodoro} rounds={settings.pomodoro.rounds} commands={commands} now={now} />;
  if (!running || !settings.pomodoro.on) return null;
  return (
    <div class="pomodoro">
      <button class="link" type="button" onClick={() => void commands.run({ type: 'pomodoro.start' })}>
        {t('startPomodoro')}
      </button>
    </div>
  );
}

const phaseWords = {
  work: 'pomodoroWork',
  rest: 'pomodoroRest',
  longRest: 'pomodoroLongRest',
  waiting: 'pomodoroWaiting',
} as const;
const nextWords = {
  work: 'toTheBreak',
  rest: 'skipTheBreak',
  longRest: 'skipTheBreak',
  waiting: 'startNextStretch',
} as const;

interface GoingProps {
  readonly state: PomodoroState;
  readonly rounds: number;
  readonly commands: Commands;
  readonly now: () => Instant;
}

function Going({ state, rounds, commands, now }: GoingProps) {
  const at = useSecond(now, state.ends);
  const round = ((state.round - 1) % rounds) + 1;
  return (
    <section class="pomodoro" aria-label={t('pomodoro')}>
      <span class="grow">
        {t(phaseWords[state.phase], round, rounds)}{' '}
        {state.ends !== null && (
          <b class="num" role="timer" aria-live="off" aria-label={t('pomodoroLeft')}>
            {leftText(state.ends - at)}
          </b>
        )}
      </span>
      <button class="link" type="button" onClick={() => void commands.run({ type: 'pomodoro.next' })}>
        {t(nextWords[state.phase])}
      </button>
      <button class="link" type="button" onClick={() => void commands.run({ type: 'pomodoro.end' })}>
        {t('endPomodoro')}
      </button>
    </section>
  );
}

/** `m:ss`, seconds begun are counted: it ends at 0:00. */
function leftText(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
