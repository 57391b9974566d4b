import { exactAmount, type FlatEntry } from '../flat-entry.ts';
import { civilAt, clockDuration, decimalHours, harmless, line, plainMoney } from './cells.ts';

/** What these shapes hold besides the entries. */
export interface Reader {
  /** Who tracked. */
  readonly user: string;
  /** The one currency their money columns have room for; an amount in another is left out. */
  readonly currency: string;
}

const yes = (is: boolean): string => (is ? 'Yes' : 'No');
const tags = (entry: FlatEntry): string => harmless(entry.tags.join(', '));

/** Toggl Track's detailed report. It holds whole seconds. */
export const togglHeader = ({ currency }: Reader): string =>
  line([
    ...['User', 'Email', 'Client', 'Project', 'Task', 'Description', 'Billable', 'Start date', 'Start time'],
    ...['End date', 'End time', 'Duration', 'Tags', `Amount (${currency})`],
  ]);

export function togglRow(entry: FlatEntry, { user, currency }: Reader): string {
  const start = civilAt(entry.start, entry.zone);
  const end = civilAt(entry.end, entry.zone);
  const amount = entry.rate?.currency === currency ? exactAmount(entry) : null;
  return line([
    ...[user, '', entry.client, entry.project, entry.task, entry.description].map(harmless),
    yes(entry.billable),
    ...[start.day, start.time, end.day, end.time, clockDuration(entry.end - entry.start), tags(entry)],
    amount === null ? '' : plainMoney(amount, currency),
  ]);
}

/** Clockify's detailed report, dates as YYYY-MM-DD. It holds whole seconds. */
export const clockifyHeader = ({ currency }: Reader): string =>
  line([
    ...['Project', 'Client', 'Description', 'Task', 'User', 'Group', 'Email', 'Tags', 'Billable', 'Invoiced'],
    ...['Invoice ID', 'Start Date', 'Start Time', 'End Date', 'End Time', 'Duration (h)', 'Duration (decimal)'],
    ...[`Billable Rate (${currency})`, `Billable Amount (${currency})`],
  ]);

export function clockifyRow(entry: FlatEntry, { user, currency }: Reader): string {
  const start = civilAt(entry.start, entry.zone);
  const end = civilAt(entry.end, entry.zone);
  const ms = entry.end - entry.start;
  const rate = entry.rate?.currency === currency ? entry.rate : null;
  const amount = rate ? exactAmount(entry) : null;
  return line([
    ...[entry.project, entry.client, entry.description, entry.task, user, '', ''].map(harmless),
    ...[tags(entry), yes(entry.billable), yes(entry.invoice !== null), harmless(entry.invoice?.number ?? '')],
    ...[start.day, start.time, end.day, end.time, clockDuration(ms), decimalHours(ms, 2)],
    rate ? plainMoney(rate.amount, currency) : '',
    amount === null ? '' : plainMoney(amount, currency),
  ]);
}
