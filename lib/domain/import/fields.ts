import { plainHeading } from './headings.ts';

/** What a column of somebody's file can hold. */
export type Field =
  | 'id'
  | 'user'
  | 'lastName'
  | 'client'
  | 'project'
  | 'task'
  | 'description'
  | 'tags'
  | 'billable'
  | 'date'
  | 'startDate'
  | 'startTime'
  | 'endDate'
  | 'endTime'
  | 'start'
  | 'end'
  | 'duration'
  | 'pause'
  | 'zone'
  | 'rate'
  | 'amount'
  | 'currency'
  | 'invoiced'
  | 'invoiceNumber'
  | 'invoiceDate'
  | 'paid'
  | 'locked'
  | 'type';

/** In the order they are offered when columns are matched by hand. */
export const fieldsByHand: readonly Field[] = [
  ...(['date', 'startDate', 'startTime', 'endDate', 'endTime', 'start', 'end', 'duration', 'description'] as const),
  ...(['client', 'project', 'task', 'tags', 'billable', 'user', 'zone'] as const),
];

/** Where each field stands in a row; what is not there is left out. */
export type Columns = Partial<Readonly<Record<Field, number>>>;

/** Headings under which trackers and people write the same; the first found wins. Other languages: headings.ts. */
// biome-ignore format: a table reads better in few lines
export const usualNames: Readonly<Record<Field, readonly string[]>> = {
  id: ['id'],
  user: ['user', 'member', 'user name', 'username', 'employee', 'person'],
  lastName: [],
  client: ['client', 'client name', 'customer', 'customer name', 'company'],
  project: ['project', 'project name'],
  task: ['task', 'task name', 'activity'],
  description: ['description', 'notes', 'note', 'work description', 'comment', 'comments', 'what', 'title', 'summary', 'subject', 'annotation', 'name'],
  tags: ['tags', 'tag', 'labels', 'label'],
  billable: ['billable'],
  date: ['date', 'day', 'work date', 'spent date'],
  startDate: ['start date', 'begin date'],
  startTime: ['start time', 'from', 'begin', 'start', 'started at', 'start at'],
  endDate: ['end date', 'stop date'],
  endTime: ['end time', 'stop time', 'to', 'stop', 'end', 'ended at', 'end at'],
  start: ['start', 'started', 'started at', 'start time', 'begin', 'from'],
  end: ['end', 'ended', 'ended at', 'stop', 'end time', 'stop time', 'to'],
  duration: ['duration', 'duration (h)', 'hours', 'duration (hours)', 'duration hours', 'time', 'duration (decimal)', 'duration (formatted)', 'hours rounded', 'minutes', 'duration (minutes)', 'duration minutes', 'time (h)', 'time spent'],
  pause: ['pause'],
  zone: ['time zone', 'zone'],
  rate: ['billable rate', 'hourly rate', 'hourly price', 'rate'],
  amount: ['billable amount', 'amount', 'price'],
  currency: ['currency'],
  invoiced: ['invoiced', 'exported'],
  invoiceNumber: ['invoice number', 'invoice id'],
  invoiceDate: ['invoice date'],
  paid: ['paid'],
  locked: ['locked'],
  type: ['type'],
};

/** `Duration (min)`, `Time(sec)`. */
const timeInUnits = /^(?:duration|time|time spent|total time|worked) \((?:h|m|s)[^)]*\)$/;

/** Finds each field by its names among headings. A column is used once, by the field that is asked for first. */
export function columnsByName(
  headings: readonly string[],
  names: Partial<Readonly<Record<Field, readonly string[]>>>,
): Columns {
  const there = headings.map(plainHeading);
  const used = new Set<number>();
  const columns: { [F in Field]?: number } = {};
  for (const [field, wanted] of Object.entries(names) as [Field, readonly string[]][]) {
    for (const name of wanted) {
      const at = there.findIndex((text, i) => text === name && !used.has(i));
      if (at < 0) continue;
      used.add(at);
      columns[field] = at;
      break;
    }
  }
  if (!names.duration || columns.duration !== undefined) return columns;
  const at = there.findIndex((text, i) => timeInUnits.test(text) && !used.has(i));
  return at < 0 ? columns : { ...columns, duration: at };
}
