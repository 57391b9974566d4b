import { decimalHours, durationShort } from '../../../lib/domain/format.ts';
import { weekStartOfLocale } from '../../../lib/domain/locale.ts';
import { browserLocale, formatLocale, t } from '../../../lib/platform/words.ts';
import { SelectRow } from '../SelectRow.tsx';
import { useSettings } from '../useSettings.ts';
import { localeName, localesOffered, sampleOf, weekdayName } from './locale-words.ts';

const NINETY_MINUTES = 90 * 60_000;
/** A week may begin on any day; Saturday, Sunday and Monday are where it does. */
const WEEK_STARTS = [1, 2, 3, 4, 5, 6, 7] as const;

/** How durations, times, dates and money are written. */
export function FormatRows() {
  const { settings, save } = useSettings();
  const { durationFormat, locale, weekStartsOn, currency } = settings;
  const usual = weekStartOfLocale(formatLocale());
  const sample = sampleOf(formatLocale(), currency);
  return (
    <>
      <SelectRow
        id="duration-format"
        name={t('durationFormat')}
        help={t('durationFormatHelp')}
        value={durationFormat}
        options={[
          { value: 'clock', label: t('durationAsClock', durationShort(NINETY_MINUTES)) },
          { value: 'decimal', label: t('durationAsDecimal', decimalHours(NINETY_MINUTES, formatLocale())) },
        ]}
        onChange={(chosen) => save({ durationFormat: chosen === 'decimal' ? 'decimal' : 'clock' })}
      />
      <SelectRow
        id="locale"
        name={t('timeDateCurrency')}
        help={locale === null ? t('followsBrowser', sample) : t('looksLike', sample)}
        value={locale ?? ''}
        options={[
          { value: '', label: t('browserDefault', localeName(browserLocale())) },
          ...localesOffered(locale).map((tag) => ({ value: tag, label: localeName(tag) })),
        ]}
        onChange={(tag) => save({ locale: tag || null })}
      />
      <SelectRow
        id="week-start"
        name={t('weekStartsOn')}
        help={t('weekStartsOnHelp')}
        value={weekStartsOn === null ? '' : String(weekStartsOn)}
        options={[
          { value: '', label: t('asUsual', weekdayName(usual)) },
          ...WEEK_STARTS.map((day) => ({ value: String(day), label: weekdayName(day) })),
        ]}
        onChange={(day) => save({ weekStartsOn: day ? Number(day) : null })}
      />
    </>
  );
}
