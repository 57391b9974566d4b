import { plainText } from './typed-text.ts';

/** Digits after the decimal separator of a currency (ISO 4217). */
export const currencyDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * An amount as people type it (`125`, `1,250.50`, `1.250,5`), in minor units of the currency; null when it cannot be meant.
 * The last separator is the decimal one, unless exactly three digits follow it.
 */
export function typedMoney(text: string, currency: string): number | null {
  const typed = plainText(text).replace(/[^\d.,-]/g, '');
  if (!/^\d[\d.,]*$/.test(typed)) return null;
  const at = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(','));
  const after = typed.slice(at + 1);
  const hasFraction = at !== -1 && after.length !== 3;
  const whole = (hasFraction ? typed.slice(0, at) : typed).replace(/[.,]/g, '');
  const digits = currencyDigits(currency);
  const fraction = hasFraction ? after : '';
  if (fraction.length > digits || whole.length + digits > 12) return null;
  return Number(whole + fraction.padEnd(digits, '0'));
}

/** An amount as it can be typed back: `125.00`, without a currency. */
export const moneyToType = (minorUnits: number, currency: string, locale: string): string => {
  const digits = currencyDigits(currency);
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  return new Intl.NumberFormat(locale, format).format(minorUnits / 10 ** digits);
};
