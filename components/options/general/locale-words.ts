import { currencyOfLocale } from '../../../lib/domain/locale.ts';
import { formatLocale, wordsLanguage } from '../../../lib/platform/words.ts';
import { dayText, moneyText, timeText } from '../../words-of-time.ts';

/** Locales with ways of writing of their own, where many people are likely to track time. */
const offered = (
  'ar-AE ar-EG bg-BG bn-BD ca-ES cs-CZ da-DK de-AT de-CH de-DE el-GR en-AU en-CA en-GB en-IE en-IN en-NZ en-US en-ZA ' +
  'es-AR es-ES es-MX es-US et-EE fa-IR fi-FI fr-BE fr-CA fr-CH fr-FR he-IL hi-IN hr-HR hu-HU id-ID is-IS it-CH it-IT ' +
  'ja-JP ko-KR lt-LT lv-LV nb-NO nl-BE nl-NL pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sl-SI sr-RS sv-SE th-TH tr-TR uk-UA ' +
  'vi-VN zh-CN zh-HK zh-TW'
).split(' ');

/** `English (United Kingdom)`. */
export const localeName = (tag: string): string =>
  new Intl.DisplayNames(wordsLanguage(), { type: 'language', languageDisplay: 'standard' }).of(tag) ?? tag;

/** Those to choose from, by name, with the one that is chosen. */
export const localesOffered = (chosen: string | null): string[] =>
  [...new Set([...offered, ...(chosen ? [chosen] : [])])].sort((a, b) => localeName(a).localeCompare(localeName(b)));

/** `14:25, Thu 19 Nov, €1,250.00`. */
export function sampleOf(locale: string, currency: string | null): string {
  const instant = Date.UTC(2026, 10, 19, 14, 25);
  const money = moneyText(125_000, currency ?? currencyOfLocale(locale));
  return [timeText(instant, 'UTC'), dayText('2026-11-19', '2026-06-15'), money].join(', ');
}

/** 5 January 1970 was a Monday. */
const MONDAY = 4 * 86_400_000;

/** @param weekday ISO, 1 is Monday */
export const weekdayName = (weekday: number): string =>
  new Intl.DateTimeFormat(formatLocale(), { weekday: 'long', timeZone: 'UTC' }).format(
    MONDAY + (weekday - 1) * 86_400_000,
  );
