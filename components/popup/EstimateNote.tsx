import { useEffect, useState } from 'preact/hooks';
import type { Project } from '../../lib/domain/catalogue.ts';
import type { Instant, RunningEntry } from '../../lib/domain/entry.ts';
import { percentOf, type TrackedOf, withRunning } from '../../lib/domain/estimate.ts';
import { isRefused } from '../../lib/messaging/answers.ts';
import { t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { useSecond } from '../hooks/useSecond.ts';
import { moneyText } from '../words-of-time.ts';
import type { PopupActions } from './types.ts';

interface Props {
  readonly running: RunningEntry;
  readonly project: Project | undefined;
  readonly actions: PopupActions;
  readonly now: () => Instant;
}

const NEARLY = 80;

/** Says that a project's estimate is nearly used up, or more than that. Quiet: below 80 % it says nothing. */
export function EstimateNote({ running, project, actions, now }: Props) {
  const [tracked, setTracked] = useState<TrackedOf | null>(null);
  const at = useSecond(now, tracked ? running.start : null);
  const estimate = project?.estimate ?? null;
  const id = project?.id;
  useEffect(() => {
    setTracked(null);
    if (!estimate || id === undefined) return;
    let current = true;
    void actions.send({ type: 'project.tracked', project: id }).then((answer) => {
      if (current && !isRefused(answer)) setTracked(answer.tracked);
    });
    return () => {
      current = false;
    };
  }, [id, running.id, JSON.stringify(estimate)]);
  if (!estimate || !tracked) return null;
  const sofar = withRunning(tracked, running, at);
  const percent = percentOf(estimate, sofar);
  if (percent < NEARLY) return null;
  const [used, whole] =
    'ms' in estimate
      ? [durationText(sofar.ms), durationText(estimate.ms)]
      : [
          moneyText(sofar.amounts[estimate.currency] ?? 0, estimate.currency),
          moneyText(estimate.amount, estimate.currency),
        ];
  return (
    <p class={percent < 100 ? 'estimate' : 'estimate over-it'}>
      {t(percent < 100 ? 'estimateNearly' : 'estimateReached', percent, used, whole)}
    </p>
  );
}
