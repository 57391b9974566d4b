import { growthChart } from './growth.ts';
import type { Results } from './results.ts';
import { median } from './statistics.ts';
import { type Table, tablesOf } from './tables.ts';

const ENOUGH = 20;

function widthsOf({ head, rows }: Table): number[] {
  return head.map((name, column) => Math.max(name.length, ...rows.map((row) => (row[column] ?? '').length)));
}

function plain(table: Table): string {
  const widths = widthsOf(table);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) =>
        i === 0 || i === cells.length - 1 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [table.title, line(table.head), ...table.rows.map(line)].join('\n');
}

function markdown({ title, head, rows }: Table): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`## ${title}`, '', line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function caveats({ samples, machine }: Results): string[] {
  const [before, after] = machine.load;
  return [
    ...(samples < ENOUGH ? [`Only ${samples} readings of each: enough to try it out, not to conclude from.`] : []),
    ...(before > machine.cores / 2
      ? ['The machine was busy with something else when this began: the ratios are noisier, the milliseconds too long.']
      : []),
    `Load average of one minute before and after: ${before.toFixed(1)} and ${after.toFixed(1)}.`,
  ];
}

const machineLine = ({ machine: { cores, memoryGb, system, browser } }: Results): string =>
  `${cores} cores, ${memoryGb} GB, ${system}, ${browser} headless`;

export function asText(results: Results): string {
  return [machineLine(results), ...caveats(results), '', tablesOf(results).map(plain).join('\n\n')].join('\n');
}

export function asPage(results: Results): string {
  return `# Benchmarks

Written by \`npm run bench\`; run it again rather than change this page.

- **Date**: ${results.date}
- **Command**: \`${results.command}\`
- **Machine**: ${machineLine(results)}
- **Readings**: ${results.samples} of each, after two that are not counted

${caveats(results).join(' ')}

${EXPLANATION}

${tablesOf(results).map(markdown).join('\n\n')}

## Growth

![Medians by entries stored, both axes in powers of ten](images/growth.svg)
`;
}

const CHARTED: Readonly<Record<string, string>> = {
  'settled, worker running': 'popup',
  'calendar week': 'calendar, a week',
  'timesheet week': 'timesheet, a week',
  start: 'start timer',
  'report, year': 'report of a year',
  'report, text filter': 'year, text filter',
  'report, all time': 'ten years by project',
  'report, all time, text filter': 'ten years, text filter',
};

/** How the medians grow with what is stored. */
export function asChart({ measured }: Results): string {
  const lines = Object.entries(CHARTED).map(([measure, name]) => ({
    name,
    points: measured.flatMap(({ entries, outcomes }) => {
      const outcome = outcomes.get(measure);
      return entries > 0 && outcome && 'series' in outcome ? [[entries, median(outcome.series.subject)] as const] : [];
    }),
  }));
  return growthChart({ title: 'Medians by entries stored', lines, written: (ms) => `${ms.toLocaleString('en')} ms` });
}

const EXPLANATION = `How to read it: times on another machine mean little, ratios do. The same run, in the same browser and in turn, measures a
**floor**: a hand-written extension without a framework (\`bench/floor\`) whose popup shows thirty stored rows and whose worker
answers, puts one record with strict durability and sets one key. *Floor* is its median; *ratio* is the product's median over
it; *floor/floor* is a second copy of the floor over the first, so what is as close to 1 as that is noise.
No debugger is attached to a worker (it would keep it alive and delay its start); workers are stopped from a blank page.

- *Popup*: its page in a tab of its own, from the beginning of the navigation; *settled* is the frame in which the recent
  entries, or that there are none, have been painted.
- *Worker*: from a page of the extension that stays open, message to answer. Of a command that reads, the floor is its plain answer.
- *Start timer*: from the page's message until its answer, which comes after both copies were written; the floor is the raw
  strict put and the raw set alone, as its worker sees them. The line below counts the floor's message too.
- Entries are ten years of made-up days up to the present minute, with 50 clients and 2,000 projects from 10,000 entries on,
  written straight into both copies; the browser is started again before anything is measured.

A line marked OVER is over its budget; nothing fails because of it.`;
