import { type Columns, columnsByName, type Field, plainHeading, usualNames } from './fields.ts';

/** Whose file it is, by its headings. `plain`: nobody's we know. */
export type Source = 'ours' | 'toggl' | 'clockify' | 'harvest' | 'kimai' | 'solidtime' | 'drytrix' | 'plain';

type Names = Partial<Readonly<Record<Field, readonly string[]>>>;

interface Kind {
  readonly source: Exclude<Source, 'plain'>;
  /** All of these headings are there, each under one of its names. */
  readonly has: readonly (readonly string[])[];
  /** And none of these. */
  readonly lacks?: readonly string[];
  readonly names: Names;
}

const { user, client, project, task, tags, billable, date, duration, currency, type } = usualNames;
const who = { user, client, project, task, tags, billable };

/** The surest first. */
const kinds: readonly Kind[] = [
  {
    source: 'ours',
    has: [['start'], ['end'], ['time zone'], ['locked']],
    names: {
      ...{ id: ['id'], description: ['description'], ...who, start: ['start'], end: ['end'], zone: ['time zone'] },
      ...{ rate: ['hourly rate'], currency: ['currency'], invoiceNumber: ['invoice number'] },
      ...{ invoiceDate: ['invoice date'], paid: ['paid'], locked: ['locked'] },
    },
  },
  {
    source: 'drytrix',
    has: [['start time'], ['end time'], ['duration (hours)', 'duration hours'], ['notes']],
    names: {
      ...{ description: ['notes'], ...who, start: ['start time'], end: ['end time'], paid: ['paid'] },
      duration: ['duration (formatted)', 'duration (hours)', 'duration hours'],
    },
  },
  {
    source: 'clockify',
    has: [
      ['start date'],
      ['start time'],
      ['end date'],
      ['duration (h)', 'duration (decimal)', 'billable rate', 'date of creation'],
    ],
    names: {
      ...{ description: ['description'], ...who, startDate: ['start date'], startTime: ['start time'] },
      ...{ endDate: ['end date'], endTime: ['end time'], duration: ['duration (h)', 'duration (decimal)'], type },
      ...{ rate: ['billable rate'], invoiced: ['invoiced'], invoiceNumber: ['invoice id'] },
    },
  },
  {
    source: 'toggl',
    has: [['start date'], ['start time'], ['end date', 'stop date', 'duration']],
    names: {
      ...{ description: ['description'], ...who, startDate: ['start date'], startTime: ['start time'] },
      ...{ endDate: ['end date', 'stop date'], endTime: ['end time', 'stop time'], duration: ['duration'] },
    },
  },
  {
    source: 'harvest',
    has: [date, ['hours', 'hours rounded'], ['notes'], ['billable', 'project code', 'task']],
    lacks: ['from', 'start time'],
    names: {
      ...{ description: ['notes'], client, project, task, billable, date, duration: ['hours', 'hours rounded'] },
      ...{ invoiced: ['invoiced'], rate: ['billable rate'], currency, user: ['employee id', 'first name'] },
    },
  },
  {
    source: 'kimai',
    has: [date, ['from', 'von', 'begin', 'beginn', 'start'], ['to', 'bis', 'end', 'ende'], duration, task],
    names: {
      ...{ date, startTime: ['from', 'von', 'begin', 'beginn', 'start'], endTime: ['to', 'bis', 'end', 'ende'] },
      ...{ duration, description: ['description', 'beschreibung'], client, project, task, tags, billable, currency },
      ...{ rate: ['hourly price', 'stundensatz', 'stundenpreis', 'hourly rate'], invoiced: ['exported', 'exportiert'] },
      user: ['user', 'benutzer', 'name'],
    },
  },
  {
    source: 'solidtime',
    has: [['description'], ['start'], ['end'], ['billable'], ['tags'], ['task']],
    names: { description: ['description'], ...who, start: ['start'], end: ['end'], duration: ['duration'] },
  },
];

export interface Detected {
  readonly source: Source;
  readonly columns: Columns;
}

/** Finds out by the headings, never by position, whose file it is and where its columns are. */
export function detectSource(headings: readonly string[]): Detected {
  const there = new Set(headings.map(plainHeading));
  const kind = kinds.find(
    ({ has, lacks }) =>
      has.every((names) => names.some((name) => there.has(name))) && !lacks?.some((name) => there.has(name)),
  );
  if (kind) return { source: kind.source, columns: columnsByName(headings, kind.names) };
  return { source: 'plain', columns: guessed(headings) };
}

/** What a person only has to check when they match columns by hand. */
function guessed(headings: readonly string[]): Columns {
  const { start, end, startTime, endTime, ...rest } = usualNames;
  const columns = columnsByName(headings, { ...rest, startTime, endTime });
  if (columns.date !== undefined || columns.startDate !== undefined) return columns;
  // without a date of their own, times are whole instants
  return columnsByName(headings, { ...rest, start, end });
}

/** Whether an entry can be made from such columns. */
export const suffices = (columns: Columns): boolean => {
  const has = (...fields: Field[]): boolean => fields.every((field) => columns[field] !== undefined);
  if (has('start') && (has('end') || has('duration'))) return true;
  if (has('date') && (has('duration') || has('startTime', 'endTime'))) return true;
  return has('startDate') && (has('duration') || has('startTime', 'endTime'));
};
