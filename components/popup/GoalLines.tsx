import { dayOf, weekOf } from '../../lib/domain/civil.ts';
import type { Instant } from '../../lib/domain/entry.ts';
import { type Progress, progressOf } from '../../lib/domain/goals.ts';
import { weekStartOfLocale } from '../../lib/domain/locale.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { useSecond } from '../hooks/useSecond.ts';
import type { PopupData } from './types.ts';

interface Props {
  readonly data: PopupData;
  readonly zone: string;
  readonly now: () => Instant;
}

/** One plain line a goal: how far it is. Nothing for those who set none. */
export function GoalLines({ data, zone, now }: Props) {
  const { settings, running, pages, projects } = data;
  const at = useSecond(now, settings.goals.length > 0 ? (running?.start ?? null) : null);
  if (settings.goals.length === 0) return null;
  const today = dayOf(at, zone);
  const week = weekOf(today, settings.weekStartsOn ?? weekStartOfLocale(formatLocale()));
  const entries = pages.flatMap((page) => page.entries);
  return (
    <ul class="goals" aria-label={t('goals')}>
      {progressOf(settings.goals, entries, running, { today, week, now: at }).map((progress) => (
        <GoalLine
          key={`${progress.goal.projectId} ${progress.goal.per}`}
          progress={progress}
          project={projects.get(progress.goal.projectId ?? '')?.name ?? null}
        />
      ))}
    </ul>
  );
}

function GoalLine({ progress, project }: { readonly progress: Progress; readonly project: string | null }) {
  const { goal, tracked } = progress;
  const name = project ?? t(goal.per === 'day' ? 'today' : 'week');
  const text = t('goalProgress', durationText(tracked), durationText(goal.ms));
  return (
    <li>
      <span class="trunc" dir="auto">
        {project ? t(goal.per === 'day' ? 'projectToday' : 'projectThisWeek', name) : name}
      </span>
      <progress max={goal.ms} value={Math.min(goal.ms, tracked)} aria-label={t('goalFor', name)} />
      <span class="num">{tracked >= goal.ms ? t('goalDone', text) : text}</span>
    </li>
  );
}
