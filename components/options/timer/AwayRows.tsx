import { defaultSettings, type Rounding } from '../../../lib/domain/settings.ts';
import { t } from '../../../lib/platform/words.ts';
import { helpId, SettingRow, SwitchRow } from '../SettingRow.tsx';
import { TypedSetting } from '../TypedSetting.tsx';
import { useSettings } from '../useSettings.ts';
import { readWhole } from './typed-settings.ts';

const MOST_MINUTES = 480;
const MOST_HOURS = 100;

/** Being away, forgetting a timer, and what reports make of minutes. */
export function AwayRows() {
  const { settings, save } = useSettings();
  const { awayAfter, longTimerAfter } = settings;
  return (
    <>
      <SwitchRow
        id="ask-away"
        name={t('askWhenAway')}
        help={t('askWhenAwayHelp')}
        on={awayAfter !== null}
        onChange={(on) => save({ awayAfter: on ? defaultSettings.awayAfter : null })}
      />
      {awayAfter !== null && (
        <SettingRow id="away-after" name={t('awayAfter')}>
          <TypedSetting
            id="away-after"
            value={awayAfter}
            show={String}
            read={(text) => readWhole(text, 1, MOST_MINUTES)}
            problem={t('wholeNumberBetween', 1, MOST_MINUTES)}
            onSave={(minutes) => save({ awayAfter: minutes })}
          />
          <span class="muted">{t('minutes')}</span>
        </SettingRow>
      )}
      <SwitchRow
        id="ask-long"
        name={t('askAboutLongTimer')}
        help={t('askAboutLongTimerHelp')}
        on={longTimerAfter !== null}
        onChange={(on) => save({ longTimerAfter: on ? defaultSettings.longTimerAfter : null })}
      />
      {longTimerAfter !== null && (
        <SettingRow id="long-after" name={t('longTimerAfter')}>
          <TypedSetting
            id="long-after"
            value={longTimerAfter}
            show={String}
            read={(text) => readWhole(text, 1, MOST_HOURS)}
            problem={t('wholeNumberBetween', 1, MOST_HOURS)}
            onSave={(hours) => save({ longTimerAfter: hours })}
          />
          <span class="muted">{t('hours')}</span>
        </SettingRow>
      )}
      <RoundingRows />
    </>
  );
}

const steps: readonly Rounding['minutes'][] = [0, 1, 5, 6, 10, 15, 30, 60];
const modes = { up: 'roundUp', down: 'roundDown', nearest: 'roundNearest' } as const;

function RoundingRows() {
  const { settings, save } = useSettings();
  const { rounding } = settings;
  return (
    <SettingRow id="rounding" name={t('roundDurations')} help={t('roundDurationsHelp')}>
      <select
        class="in"
        id="rounding"
        value={String(rounding.minutes)}
        aria-describedby={helpId('rounding')}
        onChange={({ currentTarget }) => {
          const minutes = steps.find((step) => String(step) === currentTarget.value);
          if (minutes !== undefined) save({ rounding: { ...rounding, minutes } });
        }}
      >
        {steps.map((step) => (
          <option key={step} value={String(step)}>
            {step === 0 ? t('doNotRound') : t('toMinutes', step)}
          </option>
        ))}
      </select>
      {rounding.minutes !== 0 && (
        <select
          class="in"
          aria-label={t('roundingDirection')}
          value={rounding.mode}
          onChange={({ currentTarget }) =>
            save({ rounding: { ...rounding, mode: currentTarget.value as Rounding['mode'] } })
          }
        >
          {Object.entries(modes).map(([mode, word]) => (
            <option key={mode} value={mode}>
              {t(word)}
            </option>
          ))}
        </select>
      )}
    </SettingRow>
  );
}
