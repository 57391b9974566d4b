import { exactAmount, type FlatEntry, type Shown } from '../flat-entry.ts';
import {
  cell,
  civilAt,
  clockDuration,
  decimalHours,
  harmless,
  isoInstant,
  joinTags,
  line,
  plainLine,
  plainMoney,
} from './cells.ts';

/** The columns of our own CSV, in order; docs/formats.md says what each holds. */
export const ourColumns = [
  'ID',
  'Description',
  'Client',
  'Project',
  'Task',
  'Tags',
  'Billable',
  'Start date',
  'Start time',
  'End date',
  'End time',
  'Duration',
  'Hours',
  'Start',
  'End',
  'Time zone',
  'Hourly rate',
  'Amount',
  'Currency',
  'Invoice number',
  'Invoice date',
  'Paid',
  'Locked',
] as const;

const roundedColumns = ['Rounded duration', 'Rounded hours', 'Rounded amount'];

export const ourHeader = (rounded: boolean): string => line([...ourColumns, ...(rounded ? roundedColumns : [])]);

const yes = (is: boolean): string => (is ? 'Yes' : 'No');

/** One entry. Dates and times are those of its own zone; Start and End are the exact instants, to the millisecond. */
export function ourRow(entry: FlatEntry, shown: Shown | null): string {
  const start = civilAt(entry.start, entry.zone);
  const end = civilAt(entry.end, entry.zone);
  const { rate, invoice } = entry;
  const amount = exactAmount(entry);
  const money = (minor: number | null): string => (minor === null || !rate ? '' : plainMoney(minor, rate.currency));
  const texts = [entry.description, entry.client, entry.project, entry.task, joinTags(entry.tags)];
  return plainLine([
    entry.id ?? '',
    ...texts.map((text) => cell(harmless(text))),
    yes(entry.billable),
    ...[start.day, start.time, end.day, end.time],
    clockDuration(entry.end - entry.start),
    decimalHours(entry.end - entry.start, 4),
    ...[isoInstant(entry.start), isoInstant(entry.end), entry.zone],
    ...[money(rate?.amount ?? null), money(amount), rate?.currency ?? ''],
    ...(invoice ? [cell(harmless(invoice.number)), invoice.day, yes(invoice.paid), yes(invoice.locked)] : none),
    ...(shown ? [clockDuration(shown.ms), decimalHours(shown.ms, 4), money(shown.amount)] : []),
  ]);
}

const none = ['', '', '', ''];
