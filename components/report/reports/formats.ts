import { dayOf } from '../../../lib/domain/civil.ts';
import type { Day, Instant } from '../../../lib/domain/entry.ts';
import { durationShort, timeOfDay } from '../../../lib/domain/format.ts';
import { weekStartOfLocale } from '../../../lib/domain/locale.ts';
import type { Calendar } from '../../../lib/domain/report/range.ts';
import type { RangeText, TextReference } from '../../../lib/domain/report/range-text.ts';
import { moneyLines, type Sum } from '../../../lib/domain/report/sum.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { formatLocale, t } from '../../../lib/platform/words.ts';

/** How numbers, days and money are written for this person. */
export interface Formats extends TextReference, Calendar {
  readonly zone: string;
  readonly duration: (ms: number) => string;
  readonly money: (minorUnits: number, currency: string) => string;
  readonly percent: (part: number) => string;
  readonly number: (n: number) => string;
  readonly time: (instant: Instant, zone: string) => string;
}

const hour = 3_600_000;

/** Everything written by one report is written with the same few formatters: they take long to make. */
export function formatsOf(settings: Settings, now: Instant): Formats {
  const locale = settings.locale ?? formatLocale();
  const zone = settings.zone ?? Temporal.Now.timeZoneId();
  const today: Day = dayOf(now, zone);
  const decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const whole = new Intl.NumberFormat(locale);
  const currencies = new Map<string, Intl.NumberFormat>();
  const money = (minorUnits: number, currency: string): string => {
    const format = currencies.get(currency) ?? new Intl.NumberFormat(locale, { style: 'currency', currency });
    currencies.set(currency, format);
    return format.format(minorUnits / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  };
  return {
    locale,
    today,
    zone,
    weekStartsOn: settings.weekStartsOn ?? weekStartOfLocale(locale),
    duration: settings.durationFormat === 'decimal' ? (ms) => decimal.format(ms / hour) : durationShort,
    money,
    percent: (part) => percent.format(part),
    number: (n) => whole.format(n),
    time: (instant, there) => timeOfDay(instant, there, locale),
  };
}

export const rangeWords = (text: RangeText): string => ('one' in text ? text.one : t('fromTo', text.from, text.to));

/** One line a currency; empty when there is no money in it. */
export const amountLines = (sum: Sum, { money }: Formats): string[] =>
  moneyLines(sum).map(({ amount, currency }) => money(amount, currency));

/** What an hour earned on average, one line a currency. */
export const rateLines = (sum: Sum, { money }: Formats): string[] =>
  moneyLines(sum).flatMap(({ amount, ms, currency }) =>
    ms === 0 ? [] : [money(Math.round((amount * hour) / ms), currency)],
  );
