import { amountOf, type Rate } from '../../lib/domain/rate.ts';
import { formatLocale, t } from '../../lib/platform/words.ts';

/** Minor units as money in the locale's way. */
function moneyText(amount: number, currency: string): string {
  const format = new Intl.NumberFormat(formatLocale(), { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** "€125.00 an hour, €187.50"; null without a rate. */
export const rateText = (rate: Rate | null, ms: number): string | null =>
  rate && t('anHourAndAmount', moneyText(rate.amount, rate.currency), moneyText(amountOf(rate, ms), rate.currency));
