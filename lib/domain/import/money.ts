import { type Columns, usualNames } from './fields.ts';
import { currencyOfHeading, plainHeading } from './headings.ts';
import type { MoneyColumn } from './raw.ts';

/** The currency of a table's money: of the rate or the amount that is read, else of any column that names one. */
export function currencyOf(headings: readonly string[], { rate, amount }: Columns): string | null {
  const named = [rate, amount].map((at) => (at === undefined ? null : currencyOfHeading(headings[at] ?? '')));
  return [...named, ...headings.map(currencyOfHeading)].find((currency) => currency !== null) ?? null;
}

/** Columns of amounts, where a table has one for each currency; empty: it has one at most. */
export function moneyColumns(headings: readonly string[]): MoneyColumn[] {
  const found = headings.flatMap((heading, at) => {
    const currency = currencyOfHeading(heading);
    return currency && usualNames.amount.includes(plainHeading(heading)) ? [{ at, currency }] : [];
  });
  return found.length > 1 ? found : [];
}
