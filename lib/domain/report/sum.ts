import type { Fact } from './fact.ts';

/** Money of one currency, and the billable time that earned it. */
export interface Money {
  amount: number;
  ms: number;
}

/** What facts add up to. Currencies are never added to each other. */
export interface Sum {
  ms: number;
  billable: number;
  /** Minor units by currency. */
  readonly money: Map<string, Money>;
}

export const emptySum = (): Sum => ({ ms: 0, billable: 0, money: new Map() });

export const addFact = (sum: Sum, { ms, billable, currency, amount }: Fact): void => {
  sum.ms += ms;
  if (billable) sum.billable += ms;
  if (currency === null) return;
  const money = sum.money.get(currency);
  if (money === undefined) sum.money.set(currency, { amount, ms });
  else {
    money.amount += amount;
    money.ms += ms;
  }
};

/** The sum under a key, made when it is first asked for. */
export const sumAt = (sums: Map<string, Sum>, key: string): Sum => {
  const known = sums.get(key);
  if (known !== undefined) return known;
  const made = emptySum();
  sums.set(key, made);
  return made;
};

/** Currencies in order of their codes, with what each comes to. */
export const moneyLines = (sum: Sum): (Money & { readonly currency: string })[] =>
  [...sum.money]
    .map(([currency, money]) => ({ currency, ...money }))
    .sort((a, b) => (a.currency < b.currency ? -1 : 1));
