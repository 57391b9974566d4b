import { columnsByContent } from './content.ts';
import { type Columns, columnsByName, type Field, usualNames } from './fields.ts';
import { plainHeading } from './headings.ts';

/** Whose file it is, by its headings. `plain`: nobody's we know. */
export type Source = 'ours' | 'toggl' | 'clockify' | 'harvest' | 'kimai' | 'solidtime' | 'drytrix' | 'plain';

type Names = Partial<Readonly<Record<Field, readonly string[]>>>;

interface Kind {
  readonly source: Exclude<Source, 'plain'>;
  /** All of these headings are there, each under one of its names. */
  readonly has: readonly (readonly string[])[];
  readonly names: Names;
}

const { start, end, startTime, endTime, ...untimed } = usualNames;
/** Where times of day stand beside a date. */
const timed: Names = { ...untimed, startTime, endTime };
const { user, client, project, task, tags, billable, duration } = usualNames;
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
      ['duration (h)', 'duration (decimal)', 'billable rate', 'date of creation', 'group'],
    ],
    names: { ...timed, duration: ['duration (h)', 'duration (decimal)'] },
  },
  { source: 'toggl', has: [['start date'], ['start time'], ['end date', 'stop date', 'duration']], names: timed },
  {
    source: 'harvest',
    has: [['date'], ['hours', 'hours rounded'], ['notes'], ['billable', 'project code', 'invoiced', 'first name']],
    names: {
      ...{ ...timed, description: ['notes'], user: ['first name', ...user], lastName: ['last name'] },
      duration: ['hours', 'hours rounded'],
    },
  },
  {
    source: 'kimai',
    has: [
      ['date'],
      ['from', 'begin', 'start'],
      ['to', 'end'],
      ['duration', 'duration (decimal)'],
      ['activity', 'task'],
    ],
    names: {
      ...timed,
      description: ['description'],
      user: ['user', 'name'],
      amount: ['billable amount', 'price', 'rate'],
      rate: ['billable rate', 'hourly price', 'hourly rate'],
    },
  },
  {
    source: 'solidtime',
    has: [['description'], ['start'], ['end'], ['billable'], ['tags'], ['task']],
    names: { description: ['description'], ...who, start: ['start'], end: ['end'], duration, type: ['type'] },
  },
];

export interface Detected {
  readonly source: Source;
  readonly columns: Columns;
}

/**
 * Finds out by the headings, never by position, whose file it is and where its columns are.
 * @param samples the first rows, for what the headings of an unknown table do not say
 */
export function detectSource(headings: readonly string[], samples: readonly (readonly string[])[]): Detected {
  const there = new Set(headings.map(plainHeading));
  const kind = kinds.find(({ has }) => has.every((names) => names.some((name) => there.has(name))));
  if (kind) return { source: kind.source, columns: columnsByName(headings, kind.names) };
  return { source: 'plain', columns: guessed(headings, samples) };
}

/** What a person only has to check when they match columns by hand. */
function guessed(headings: readonly string[], samples: readonly (readonly string[])[]): Columns {
  const columns = columnsByName(headings, timed);
  if (columns.date !== undefined || columns.startDate !== undefined) return columns;
  // without a date of their own, times are whole instants
  const instants = columnsByName(headings, { ...untimed, start, end });
  return instants.start !== undefined ? instants : { ...columns, ...columnsByContent(samples) };
}

/** Whether an entry can be made from such columns. */
export const suffices = (columns: Columns): boolean => {
  const has = (...fields: Field[]): boolean => fields.every((field) => columns[field] !== undefined);
  if (has('start') && (has('end') || has('duration'))) return true;
  if (has('date') && (has('duration') || has('startTime', 'endTime'))) return true;
  return has('startDate') && (has('duration') || has('endDate') || has('startTime', 'endTime'));
};
