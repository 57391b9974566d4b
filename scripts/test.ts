import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** `npm test`: every check in order; goes on after a failure and ends with one line that counts. */

interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

interface Stage {
  readonly name: string;
  readonly command: readonly string[];
  /** File with the counts of a test runner; without one the stage counts as one check. */
  readonly report?: string;
  readonly count?: (report: unknown) => Counts;
  /** Later stages make no sense after it failed. */
  readonly essential?: boolean;
}

const reports = 'artifacts/reports';

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
}

const countVitest = (report: unknown): Counts => {
  const { numPassedTests, numFailedTests, numPendingTests } = report as VitestReport;
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests };
};
const countPlaywright = (report: unknown): Counts => {
  const { expected, unexpected, flaky, skipped } = (report as PlaywrightReport).stats;
  return { passed: expected + flaky, failed: unexpected, skipped };
};

const stages: readonly Stage[] = [
  { name: 'prepare', command: ['wxt', 'prepare'], essential: true },
  { name: 'format and lint', command: ['biome', 'ci'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'build for Chromium', command: ['wxt', 'build', '-b', 'chrome'], essential: true },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox', '--mv3'], essential: true },
  { name: 'size of popup and worker', command: ['node', 'scripts/check-build.ts'] },
  {
    name: 'unit tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${join(reports, 'unit.json')}`,
    ],
    report: 'unit.json',
    count: countVitest,
  },
  {
    name: 'browser tests',
    command: ['playwright', 'test', '--reporter=list,json'],
    report: 'e2e.json',
    count: countPlaywright,
  },
];

function run(stage: Stage): Counts {
  console.log(`\n── ${stage.name}`);
  const begun = performance.now();
  const [program, ...args] = stage.command;
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'e2e.json') };
  const { status } = spawnSync(program ?? '', args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  const counts = countsOf(stage, status === 0);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`── ${stage.name}: ${counts.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  return counts;
}

/** A runner that failed without counting a failure (it crashed, or nothing ran) counts as one. */
function countsOf({ report, count }: Stage, succeeded: boolean): Counts {
  if (!report || !count) return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 };
  try {
    const counts = count(JSON.parse(readFileSync(join(reports, report), 'utf8')));
    return succeeded || counts.failed > 0 ? counts : { ...counts, failed: 1 };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
for (const stage of stages) {
  const counts = run(stage);
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  if (counts.failed > 0 && stage.essential) break;
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
