import { currencyOfLocale } from '../../../lib/domain/locale.ts';
import { formatLocale, t, wordsLanguage } from '../../../lib/platform/words.ts';
import { ProjectChoice } from '../ProjectChoice.tsx';
import { SelectRow } from '../SelectRow.tsx';
import { SettingRow } from '../SettingRow.tsx';
import { useSettings } from '../useSettings.ts';
import { DefaultRate } from './DefaultRate.tsx';

/** `Euro (EUR)`, by name. */
const currencies = (): { value: string; label: string }[] => {
  const names = new Intl.DisplayNames(wordsLanguage(), { type: 'currency' });
  return Intl.supportedValuesOf('currency')
    .map((code) => ({ value: code, label: `${names.of(code)} (${code})` }))
    .sort((a, b) => a.label.localeCompare(b.label));
};

const zones = (chosen: string | null): { value: string; label: string }[] =>
  [...new Set([...Intl.supportedValuesOf('timeZone'), ...(chosen ? [chosen] : [])])]
    .sort()
    .map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));

/** What an entry begins with. */
export function NewEntryRows() {
  const { settings, save } = useSettings();
  const usual = currencyOfLocale(formatLocale());
  const here = Temporal.Now.timeZoneId();
  return (
    <>
      <SettingRow name={t('defaultProject')} help={t('defaultProjectHelp')}>
        <ProjectChoice
          id="default-project"
          label={t('defaultProject')}
          none={t('noProject')}
          projectId={settings.defaultProjectId}
          onChoose={(defaultProjectId) => save({ defaultProjectId })}
        />
      </SettingRow>
      <SelectRow
        id="currency"
        name={t('currency')}
        help={t('currencyHelp')}
        value={settings.currency ?? ''}
        options={[{ value: '', label: t('asUsual', usual) }, ...currencies()]}
        onChange={(code) => save({ currency: code || null })}
      />
      <DefaultRate />
      <SelectRow
        id="zone"
        name={t('zoneOfNew')}
        help={t('zoneOfNewHelp')}
        value={settings.zone ?? ''}
        options={[{ value: '', label: t('zoneOfComputer', here.replaceAll('_', ' ')) }, ...zones(settings.zone)]}
        onChange={(zone) => save({ zone: zone || null })}
      />
    </>
  );
}
