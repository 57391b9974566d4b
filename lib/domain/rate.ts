import { proportion } from './proportion.ts';

/** A billable rate: whole minor units of a currency (ISO 4217) for one hour. */
export interface Rate {
  readonly amount: number;
  readonly currency: string;
}

interface Rated {
  readonly rate: Rate | null;
}

const hour = 3_600_000;

/** What a duration in whole milliseconds is worth: minor units of the rate's currency, rounded once, half up. */
export const amountOf = (rate: Rate, ms: number): number => proportion(rate.amount, ms, hour);

/** The rate that holds: the most specific that is set wins. Null when none is. */
export const resolveRate = (
  task: Rated | null,
  project: Rated | null,
  client: Rated | null,
  defaultRate: Rate | null,
): Rate | null => task?.rate ?? project?.rate ?? client?.rate ?? defaultRate;
