import { defaultSettings, type MinuteSpan } from '../../../lib/domain/settings.ts';
import { t } from '../../../lib/platform/words.ts';
import { TypedSetting } from '../TypedSetting.tsx';
import { useSettings } from '../useSettings.ts';
import { minuteText, readMinute } from './typed-settings.ts';
import { dayName } from './working-hours-words.ts';

const WHOLE_DAY = 24 * 60;
const usual = defaultSettings.workingHours[0] ?? null;

/** Seven days, each with its hours or none. */
export function WorkingHours() {
  const { settings, save } = useSettings();
  const { workingHours } = settings;
  const change = (day: number, span: MinuteSpan | null) =>
    save({ workingHours: workingHours.map((other, index) => (index === day ? span : other)) });
  return (
    <fieldset class="set hours">
      <legend class="n">{t('workingHours')}</legend>
      {workingHours.map((span, day) => (
        <DayHours key={day} day={day} span={span} onChange={(changed) => change(day, changed)} />
      ))}
    </fieldset>
  );
}

interface DayProps {
  readonly day: number;
  readonly span: MinuteSpan | null;
  readonly onChange: (span: MinuteSpan | null) => void;
}

function DayHours({ day, span, onChange }: DayProps) {
  const name = dayName(day);
  return (
    <div class="day-hours">
      <label class="row">
        <input
          class="check"
          type="checkbox"
          checked={span !== null}
          onChange={({ currentTarget }) => onChange(currentTarget.checked ? usual : null)}
        />
        {name}
      </label>
      {span && (
        <span class="row">
          <TypedSetting
            id={`hours-from-${day}`}
            label={t('dayFrom', name)}
            value={span.start}
            show={minuteText}
            read={(text) => within(readMinute(text), 0, span.end - 1)}
            problem={t('startBeforeEnd')}
            onSave={(start) => onChange({ ...span, start })}
          />
          <span class="muted" aria-hidden="true">
            –
          </span>
          <TypedSetting
            id={`hours-to-${day}`}
            label={t('dayTo', name)}
            value={span.end}
            show={minuteText}
            read={(text) => within(readMinute(text) || WHOLE_DAY, span.start + 1, WHOLE_DAY)}
            problem={t('endAfterStart')}
            onSave={(end) => onChange({ ...span, end })}
          />
        </span>
      )}
    </div>
  );
}

const within = (minute: number | null, least: number, most: number): number | null =>
  minute !== null && minute >= least && minute <= most ? minute : null;
