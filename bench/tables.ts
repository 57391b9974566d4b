import { BINDING_UP_TO, IDLE_BUDGETS, ROWS, type Row, SIZE_BUDGETS } from './budgets.ts';
import type { Idle } from './idle.ts';
import type { Measured, Results } from './results.ts';
import type { Series } from './series.ts';
import { median, p95 } from './statistics.ts';

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const number = new Intl.NumberFormat('en');
const milliseconds = (ms: number): string => (ms < 10 ? ms.toFixed(1) : ms.toFixed(0));
const times = (ratio: number): string => `${ratio.toFixed(2)}×`;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
const verdict = (within: boolean): string => (within ? 'pass' : 'OVER');

const HEAD = ['what', 'median', 'p95', 'floor', 'ratio', 'floor/floor', 'budget', ''];

export function timesTable({ entries, outcomes, firstAnswer, seeding }: Measured): Table {
  const rows = ROWS.map((row) => {
    const outcome = outcomes.get(row.measure);
    if (!outcome || 'missing' in outcome) {
      return [row.label, '–', '–', '–', '–', '–', budgetOf(row), `not measured: ${outcome?.missing ?? 'not tried'}`];
    }
    return [row.label, ...numbersOf(outcome.series), budgetOf(row), judge(row, outcome.series)];
  });
  const goal = entries > BINDING_UP_TO ? ' (budgets are the goal here, they bind up to 100,000)' : '';
  const notes = [
    seeding === null ? [] : [`${milliseconds(seeding)} ms to write both copies`],
    firstAnswer === null
      ? ['no first answer']
      : [`first answer ${milliseconds(firstAnswer)} ms after the browser’s start`],
  ].flat();
  return { title: `${number.format(entries)} entries stored${goal}; ${notes.join(', ')}`, head: HEAD, rows };
}

function numbersOf({ subject, floor, control }: Series): string[] {
  const base = median(floor);
  const noise = control.length > 0 ? times(median(control) / base) : '–';
  return [
    `${milliseconds(median(subject))} ms`,
    `${milliseconds(p95(subject))} ms`,
    `${milliseconds(base)} ms`,
    times(median(subject) / base),
    noise,
  ];
}

const budgetOf = ({ ratio, p95: limit, limit: most }: Row): string =>
  ratio === null
    ? most === undefined
      ? limit === undefined
        ? ''
        : `p95 ≤ ${limit} ms`
      : `≤ ${most} ms`
    : `≤ ${ratio}×${limit === undefined ? '' : `, p95 ≤ ${limit} ms when quiet`}`;

function judge({ ratio, p95: limit, limit: most }: Row, { subject, floor }: Series): string {
  if (ratio === null && limit !== undefined) return `p95 ${verdict(p95(subject) <= limit)}`;
  if (ratio === null) return most === undefined ? '' : verdict(median(subject) <= most);
  const parts = [verdict(median(subject) / median(floor) <= ratio)];
  if (limit !== undefined) parts.push(`p95 ${verdict(p95(subject) <= limit)}`);
  return parts.join(', ');
}

export function sizesTable({ sizes }: Results): Table {
  const names = {
    package: 'Package (zip)',
    popup: 'Popup’s first script, gzipped',
    popupContent: 'What shows its entries, fetched beside it',
    worker: 'Worker’s first script, gzipped',
    workerWhole: 'Worker with both SDKs and the databases',
  } as const;
  const rows = (Object.keys(names) as (keyof typeof names)[]).map((what) => {
    const bytes = sizes[what];
    const budget = `≤ ${kilobytes(SIZE_BUDGETS[what])}`;
    return bytes === null
      ? [names[what], '–', budget, 'not measured: no package of this build']
      : [names[what], kilobytes(bytes), budget, verdict(bytes <= SIZE_BUDGETS[what])];
  });
  return { title: 'Sizes', head: ['what', 'measured', 'budget', ''], rows };
}

const IDLE_HEAD = ['what', 'minutes', 'worker starts', 'CPU', 'CPU above the floor’s', 'budget', ''];

export function idleTable({ idle }: Results): Table | null {
  if (idle === null) return null;
  const title = 'Left alone, no page open';
  if ('missing' in idle)
    return { title, head: IDLE_HEAD, rows: [[`not measured: ${idle.missing}`, '', '', '', '', '', '']] };
  const floor = idle.idle.find(({ what }) => what === 'floor');
  return { title, head: IDLE_HEAD, rows: idle.idle.map((one) => idleRow(one, floor)) };
}

function idleRow(one: Idle, floor: Idle | undefined): string[] {
  const seconds = (value: number): string => `${value.toFixed(2)} s`;
  const common = [one.what, String(one.minutes), String(one.wakes), seconds(one.cpuSeconds)];
  if (one.what === 'floor' || !floor) return [...common, '', '', ''];
  const above = ((one.cpuSeconds - floor.cpuSeconds) * 60) / one.minutes;
  const wakes = IDLE_BUDGETS.wakesAMinute[one.what];
  // an alarm a minute rings once more when the first rings just after the beginning
  const within = one.wakes <= wakes * (Math.floor(one.minutes) + 1);
  const { cpuSecondsAnHour } = IDLE_BUDGETS;
  const budget = `≤ ${wakes} a minute; ≤ ${cpuSecondsAnHour} s an hour`;
  return [
    ...common,
    `${above.toFixed(1)} s an hour`,
    budget,
    `${verdict(within)}, CPU ${verdict(above <= cpuSecondsAnHour)}`,
  ];
}

export function tablesOf(results: Results): Table[] {
  return [...results.measured.map(timesTable), sizesTable(results), idleTable(results)].flatMap((table) => table ?? []);
}
