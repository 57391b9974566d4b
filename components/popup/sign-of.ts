import { currencySign } from '../../lib/domain/format.ts';
import { currencyOfLocale } from '../../lib/domain/locale.ts';
import { formatLocale } from '../../lib/platform/words.ts';

/**
 * The short sign of a currency.
 * @param currency ISO 4217; null: the one of the locale
 */
export const signOf = (currency: string | null): string =>
  currencySign(currency ?? currencyOfLocale(formatLocale()), formatLocale());
