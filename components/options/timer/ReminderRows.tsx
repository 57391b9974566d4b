import { t } from '../../../lib/platform/words.ts';
import { SettingRow, SwitchRow } from '../SettingRow.tsx';
import { TypedSetting } from '../TypedSetting.tsx';
import { useSettings } from '../useSettings.ts';
import { minuteText, readMinute, readWhole } from './typed-settings.ts';
import type { Notifications } from './useNotifications.ts';
import { WorkingHours } from './WorkingHours.tsx';
import { hoursInWords } from './working-hours-words.ts';

const REMIND_AFTER = 15;
const STOP_AT = 18 * 60;

/** What may be said in working hours and at the end of the day; off until chosen. */
export function ReminderRows({ notifications }: { readonly notifications: Notifications }) {
  const { settings, save } = useSettings();
  const { remindAfter, stopAt } = settings;
  return (
    <>
      <SwitchRow
        id="remind"
        name={t('remindNoTimer')}
        help={hoursInWords(settings.workingHours)}
        on={remindAfter !== null && notifications.on('nothingRunning')}
        onChange={(on) => notifications.choose('nothingRunning', on, { remindAfter: on ? REMIND_AFTER : null })}
      />
      {remindAfter !== null && (
        <SettingRow id="remind-after" name={t('remindAfter')}>
          <TypedSetting
            id="remind-after"
            value={remindAfter}
            show={String}
            read={(text) => readWhole(text, 1, 480)}
            problem={t('wholeNumberBetween', 1, 480)}
            onSave={(minutes) => save({ remindAfter: minutes })}
          />
          <span class="muted">{t('minutes')}</span>
        </SettingRow>
      )}
      <WorkingHours />
      <SwitchRow
        id="stop-at"
        name={t('stopAtTime')}
        help={t('stopAtTimeHelp')}
        on={stopAt !== null}
        onChange={(on) => save({ stopAt: on ? STOP_AT : null })}
      />
      {stopAt !== null && (
        <SettingRow id="stop-time" name={t('stopAt')}>
          <TypedSetting
            id="stop-time"
            value={stopAt}
            show={minuteText}
            read={readMinute}
            problem={t('useATime')}
            onSave={(minute) => save({ stopAt: minute })}
          />
        </SettingRow>
      )}
    </>
  );
}
