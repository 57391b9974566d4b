import { useState } from 'preact/hooks';
import type { Goal } from '../../../lib/domain/settings.ts';
import { typedDuration } from '../../../lib/domain/typed-duration.ts';
import { t } from '../../../lib/platform/words.ts';
import { durationText } from '../../duration-text.ts';
import { useJournal } from '../../hooks/useJournal.ts';
import { ProjectChoice } from '../ProjectChoice.tsx';
import { SettingRow, SwitchRow } from '../SettingRow.tsx';
import { TypedSetting } from '../TypedSetting.tsx';
import { useSettings } from '../useSettings.ts';
import type { Notifications } from './useNotifications.ts';

const HOUR = 3_600_000;
const most = { day: 24 * HOUR, week: 7 * 24 * HOUR };
const usual = { day: 8 * HOUR, week: 40 * HOUR };

const readHours = (text: string, per: Goal['per']): number | null => {
  const read = typedDuration(text);
  return 'ms' in read && read.ms >= 60_000 && read.ms <= most[per] ? read.ms : null;
};
const sameGoal = (a: Goal, b: Pick<Goal, 'projectId' | 'per'>) => a.projectId === b.projectId && a.per === b.per;

/** Hours a day or week, for everything or for a project. */
export function GoalRows({ notifications }: { readonly notifications: Notifications }) {
  const { settings, save } = useSettings();
  const { goals } = settings;
  const projects =
    useJournal(
      async (reader) => {
        const named = goals.map(({ projectId }) => projectId && reader.thing('project', projectId));
        return (await Promise.all(named)).flatMap((project) => project || []);
      },
      [JSON.stringify(goals)],
    ) ?? [];
  const nameOf = ({ projectId, per }: Goal): string => {
    const project = projects.find(({ id }) => id === projectId);
    if (!project) return t(per === 'day' ? 'goalADay' : 'goalAWeek');
    return t(per === 'day' ? 'goalADayOn' : 'goalAWeekOn', project.name);
  };
  return (
    <>
      {goals.map((goal, index) => {
        const id = `goal-${goal.projectId ?? 'all'}-${goal.per}`;
        return (
          <SettingRow key={id} id={id} name={nameOf(goal)}>
            <TypedSetting
              id={id}
              value={goal.ms}
              show={durationText}
              read={(text) => readHours(text, goal.per)}
              problem={t('useADuration')}
              onSave={(ms) => save({ goals: goals.map((other) => (other === goal ? { ...goal, ms } : other)) })}
            />
            <button
              class="btn sm"
              type="button"
              aria-label={t('removeGoal', nameOf(goal))}
              onClick={() => save({ goals: goals.filter((_, place) => place !== index) })}
            >
              {t('remove')}
            </button>
          </SettingRow>
        );
      })}
      <NewGoal goals={goals} onAdd={(goal) => save({ goals: [...goals, goal] })} />
      <SwitchRow
        id="notify-goal"
        name={t('notifyWhenGoal')}
        on={notifications.on('goal')}
        onChange={(on) => notifications.choose('goal', on)}
      />
    </>
  );
}

interface NewProps {
  readonly goals: readonly Goal[];
  readonly onAdd: (goal: Goal) => void;
}

function NewGoal({ goals, onAdd }: NewProps) {
  const [projectId, setProjectId] = useState<string | null>(null);
  const [per, setPer] = useState<Goal['per']>('day');
  const there = goals.some((goal) => sameGoal(goal, { projectId, per }));
  return (
    <SettingRow name={t('newGoal')} help={t('newGoalHelp')}>
      <ProjectChoice
        id="goal-project"
        label={t('goalProject')}
        none={t('allWork')}
        projectId={projectId}
        onChoose={setProjectId}
      />
      <select
        class="in"
        aria-label={t('goalPeriod')}
        value={per}
        onChange={({ currentTarget }) => setPer(currentTarget.value === 'week' ? 'week' : 'day')}
      >
        <option value="day">{t('aDay')}</option>
        <option value="week">{t('aWeek')}</option>
      </select>
      <button class="btn sm" type="button" disabled={there} onClick={() => onAdd({ projectId, per, ms: usual[per] })}>
        {t('addGoal')}
      </button>
    </SettingRow>
  );
}
