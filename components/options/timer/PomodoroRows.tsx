import type { Pomodoro } from '../../../lib/domain/settings.ts';
import { t, type Word } from '../../../lib/platform/words.ts';
import { ProjectChoice } from '../ProjectChoice.tsx';
import { SettingRow, SwitchRow } from '../SettingRow.tsx';
import { TypedSetting } from '../TypedSetting.tsx';
import { useSettings } from '../useSettings.ts';
import { readWhole } from './typed-settings.ts';
import type { Notifications } from './useNotifications.ts';

const lengths: readonly {
  readonly field: 'work' | 'rest' | 'longRest' | 'rounds';
  readonly name: Word;
  readonly unit: Word;
}[] = [
  { field: 'work', name: 'pomodoroWorkFor', unit: 'minutes' },
  { field: 'rest', name: 'pomodoroRestFor', unit: 'minutes' },
  { field: 'longRest', name: 'pomodoroLongRestFor', unit: 'minutes' },
  { field: 'rounds', name: 'pomodoroLongRestAfter', unit: 'stretches' },
];

/** Stretches of work and breaks; the rest of the rows stand once it is switched on. */
export function PomodoroRows({ notifications }: { readonly notifications: Notifications }) {
  const { settings, save } = useSettings();
  const { pomodoro } = settings;
  const change = (changes: Partial<Pomodoro>) => save({ pomodoro: { ...pomodoro, ...changes } });
  return (
    <>
      <SwitchRow
        id="pomodoro"
        name={t('offerPomodoro')}
        help={t('offerPomodoroHelp')}
        on={pomodoro.on}
        onChange={(on) => change({ on })}
      />
      {pomodoro.on && (
        <>
          {lengths.map(({ field, name, unit }) => (
            <SettingRow key={field} id={`pomodoro-${field}`} name={t(name)}>
              <TypedSetting
                id={`pomodoro-${field}`}
                value={pomodoro[field]}
                show={String}
                read={(text) => readWhole(text, 1, field === 'rounds' ? 20 : 480)}
                problem={t('wholeNumberBetween', 1, field === 'rounds' ? 20 : 480)}
                onSave={(value) => change({ [field]: value })}
              />
              <span class="muted">{t(unit)}</span>
            </SettingRow>
          ))}
          <SwitchRow
            id="pomodoro-auto"
            name={t('pomodoroAutoStart')}
            on={pomodoro.autoStart}
            onChange={(autoStart) => change({ autoStart })}
          />
          <BreakProject pomodoro={pomodoro} onChange={(restProjectId) => change({ restProjectId })} />
          <SwitchRow
            id="pomodoro-sound"
            name={t('pomodoroSound')}
            on={pomodoro.sound}
            onChange={(sound) => change({ sound })}
          />
          <SwitchRow
            id="notify-pomodoro"
            name={t('notifyWhenPomodoro')}
            on={notifications.on('pomodoro')}
            onChange={(on) => notifications.choose('pomodoro', on)}
          />
        </>
      )}
    </>
  );
}

interface BreakProps {
  readonly pomodoro: Pomodoro;
  readonly onChange: (project: string | null) => void;
}

const BreakProject = ({ pomodoro, onChange }: BreakProps) => (
  <SettingRow name={t('pomodoroBreakAs')}>
    <ProjectChoice
      id="pomodoro-project"
      label={t('pomodoroBreakAs')}
      none={t('pomodoroBreakAsGap')}
      projectId={pomodoro.restProjectId}
      onChoose={onChange}
    />
  </SettingRow>
);
