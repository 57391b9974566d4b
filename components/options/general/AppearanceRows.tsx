import { t } from '../../../lib/platform/words.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { SettingRow } from '../SettingRow.tsx';
import { useSettings } from '../useSettings.ts';

export function AppearanceRows() {
  const { settings, save } = useSettings();
  return (
    <>
      <SettingRow name={t('appearance')} help={t('appearanceHelp')}>
        <Segmented
          name="appearance"
          legend={t('appearance')}
          value={settings.appearance}
          options={[
            { value: 'system', label: t('appearanceSystem') },
            { value: 'light', label: t('appearanceLight') },
            { value: 'dark', label: t('appearanceDark') },
          ]}
          onChange={(appearance) => save({ appearance })}
        />
      </SettingRow>
      <SettingRow name={t('density')} help={t('densityHelp')}>
        <Segmented
          name="density"
          legend={t('density')}
          value={settings.density}
          options={[
            { value: 'comfortable', label: t('comfortable') },
            { value: 'compact', label: t('compact') },
          ]}
          onChange={(density) => save({ density })}
        />
      </SettingRow>
    </>
  );
}
