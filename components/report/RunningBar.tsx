import { durationClock } from '../../lib/domain/format.ts';
import { elapsed } from '../../lib/domain/timer.ts';
import { t } from '../../lib/platform/words.ts';
import { useJournal } from '../hooks/useJournal.ts';
import { useSecond } from '../hooks/useSecond.ts';
import { runStopping } from '../popup/sentences.ts';
import type { Commands } from '../popup/useCommands.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProjectMark } from '../ui/ProjectMark.tsx';
import { descriptionInName } from '../words-of-time.ts';

/** The running timer on every larger page; nothing when none runs. */
export function RunningBar({ commands }: { readonly commands: Commands }) {
  const shown = useJournal(async (reader) => {
    const running = await reader.running();
    const project = running?.projectId ? await reader.thing('project', running.projectId) : null;
    return { running, project };
  }, []);
  const running = shown?.running ?? null;
  const now = useSecond(Date.now, running?.start ?? null);
  if (!running) return null;
  const stop = () => runStopping(commands, { type: 'timer.stop' });
  return (
    <span class="row">
      <ProjectMark colour={shown?.project?.colour ?? null} />
      <span class="muted trunc running-name" dir="auto">
        {descriptionInName(running.description)}
      </span>
      <b class="num" role="timer" aria-live="off" aria-label={t('elapsedTime')}>
        {durationClock(elapsed(running, now))}
      </b>
      <button class="btn stop sm" type="button" onClick={stop}>
        <Icon name="stop" size={14} />
        {t('stopTimer')}
      </button>
    </span>
  );
}
