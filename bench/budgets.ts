/** How a measurement is called in the report, and what it may cost. */
export interface Row {
  readonly measure: string;
  readonly label: string;
  /** Largest ratio of medians to the floor; null: reported beside, without a budget. */
  readonly ratio: number | null;
  /** Milliseconds at the 95th percentile on a quiet machine. */
  readonly p95?: number;
  /** Milliseconds, of the median. */
  readonly limit?: number;
}

export const ROWS: readonly Row[] = [
  { measure: 'paint, worker stopped', label: 'Popup: first contentful paint, worker stopped', ratio: 1.1 },
  { measure: 'paint, worker running', label: 'Popup: first contentful paint, worker running', ratio: 1.1 },
  { measure: 'settled, worker stopped', label: 'Popup: settled with content, worker stopped', ratio: 1.3 },
  { measure: 'settled, worker running', label: 'Popup: settled with content, worker running', ratio: 1.3 },
  { measure: 'calendar week', label: 'Calendar: a week, page open to drawn', ratio: 1.5 },
  { measure: 'timesheet week', label: 'Timesheet: a week, page open to drawn', ratio: 1.5 },
  { measure: 'wake, hello', label: 'Worker wakes and answers', ratio: 1.5 },
  { measure: 'wake, a command that reads', label: 'Worker wakes and answers from the database', ratio: null },
  { measure: 'round trip', label: 'Message round trip, worker warm', ratio: null },
  { measure: 'start', label: 'Start timer, click to durable in both copies', ratio: 3, p95: 10 },
  { measure: 'start, with the message', label: '– the floor’s message counted too', ratio: null },
  { measure: 'switch', label: '– stop and start in one command', ratio: null },
  { measure: 'stop', label: '– stop', ratio: null },
  { measure: 'two windows', label: 'Popup and side panel open: between their two changes', ratio: null, p95: 100 },
  {
    measure: 'report, year',
    label: 'Report of a year by project, page open to totals, bars and ranking drawn',
    ratio: 2,
  },
  { measure: 'report, text filter', label: '– another choice: words of the description', ratio: null, limit: 500 },
  { measure: 'report, group change', label: '– another grouping: tag, then description', ratio: null, limit: 500 },
  { measure: 'report, all time', label: '– all ten years, by project', ratio: null, limit: 3000 },
  {
    measure: 'report, all time, text filter',
    label: '– all ten years, words of the description',
    ratio: null,
    limit: 3000,
  },
  { measure: 'report, all time, by tag', label: '– all ten years, by tag', ratio: null, limit: 3000 },
  { measure: 'settings, projects', label: 'Settings: projects and clients, page open to drawn', ratio: null },
  { measure: 'settings, tags', label: '– then all tags', ratio: null, limit: 500 },
  { measure: 'search, three letters', label: 'Search over all time, opened to found', ratio: null, limit: 3000 },
];

/** Bytes. */
export const SIZE_BUDGETS = {
  package: 400_000,
  popup: 15_000,
  popupContent: 9_000,
  worker: 50_000,
  workerWhole: 150_000,
} as const;

export const IDLE_BUDGETS = {
  wakesAMinute: { 'timer running': 1, 'nothing running': 0 },
  cpuSecondsAnHour: 1,
} as const;

/** Where budgets bind: with more entries they are the goal. */
export const BINDING_UP_TO = 100_000;
