import type { LogRow, State } from './rows.ts';

interface Amount {
  readonly rows: number;
  readonly bytes: number;
}

/** How much the log holds, by civil day and state. Kept beside the log, for counting 100,000 rows takes seconds. */
export type LogTally = Readonly<Record<string, Readonly<Partial<Record<State, Amount>>>>>;

type Counted = Pick<LogRow, 'day' | 'state' | 'bytes'>;

const nothing: Amount = { rows: 0, bytes: 0 };

function plus(tally: LogTally, { day, state, bytes }: Counted, times: 1 | -1): LogTally {
  const before = tally[day]?.[state] ?? nothing;
  const amount = { rows: before.rows + times, bytes: before.bytes + times * bytes };
  return { ...tally, [day]: { ...tally[day], [state]: amount } };
}

/** The tally after a row took the place of another; `before` is absent for a new one. */
export const tallyPut = (tally: LogTally, before: Counted | undefined, row: Counted): LogTally =>
  plus(before ? plus(tally, before, -1) : tally, row, 1);

export const tallyRemoved = (tally: LogTally, rows: readonly Counted[]): LogTally =>
  rows.reduce((rest, row) => plus(rest, row, -1), tally);

/** What is left from this day on. */
export const tallyFrom = (tally: LogTally, firstDay: string): LogTally =>
  Object.fromEntries(Object.entries(tally).filter(([day]) => day >= firstDay));

/** @param of a part that is absent counts all */
export function tallied(tally: LogTally, of: { readonly day?: string; readonly state?: State } = {}): Amount {
  const days = of.day === undefined ? Object.values(tally) : [tally[of.day] ?? {}];
  const amounts = days.flatMap((day) => (of.state === undefined ? Object.values(day) : [day[of.state] ?? nothing]));
  return amounts.reduce((sum, { rows, bytes }) => ({ rows: sum.rows + rows, bytes: sum.bytes + bytes }), nothing);
}
