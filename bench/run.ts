import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { Browser } from './browser.ts';
import { measureIdle } from './idle.ts';
import { measureWith } from './measure.ts';
import { type Options, readOptions } from './options.ts';
import { asChart, asPage, asText } from './report.ts';
import type { Machine, Measured, Results } from './results.ts';
import { measureSizes } from './sizes.ts';
import { prepareFolders } from './subjects.ts';

const ROOT = resolve(import.meta.dirname, '..');
const BUILT = join(ROOT, '.output', 'chrome-mv3');

const say = (text: string): void => console.error(text);
const load = (): number => loadavg()[0] ?? 0;

function build(): void {
  say('building and packing');
  execFileSync(join(ROOT, 'node_modules', '.bin', 'wxt'), ['zip', '-b', 'chrome'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 180_000,
  });
}

async function browserVersion(scratch: string): Promise<string> {
  const browser = await Browser.start(join(scratch, 'version'));
  try {
    return await browser.version();
  } finally {
    await browser.close();
  }
}

function describeMachine(browser: string, before: number): Machine {
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  return { cores: cpus().length, memoryGb, system: `${platform()} ${release()}`, browser, load: [before, load()] };
}

async function measureAll(options: Options, scratch: string): Promise<Results> {
  const before = load();
  if (options.build) build();
  const subject = options.subject ? resolve(options.subject) : BUILT;
  const folders = await prepareFolders(subject, scratch);
  const browser = await browserVersion(scratch);
  const measured: Measured[] = [];
  for (const entries of options.entries) {
    measured.push(await measureWith(entries, { folders, scratch, samples: options.samples, say }));
    rmSync(join(scratch, `profile ${entries}`), { recursive: true, force: true });
  }
  if (options.idle > 0) say(`leaving three browsers alone for ${options.idle} minutes`);
  const idle = options.idle > 0 ? await measureIdle(folders, scratch, options.idle) : null;
  return {
    date: new Date().toISOString().slice(0, 10),
    command: `npm run bench -- ${process.argv.slice(2).join(' ')}`.replace(/ -- $/, ''),
    samples: options.samples,
    machine: describeMachine(browser, before),
    measured,
    sizes: await measureSizes(subject),
    idle,
  };
}

function keep(results: Results, docs: boolean): void {
  const artifacts = join(ROOT, 'artifacts');
  mkdirSync(artifacts, { recursive: true });
  const asJson = (_key: string, value: unknown): unknown => (value instanceof Map ? Object.fromEntries(value) : value);
  writeFileSync(join(artifacts, 'benchmarks.json'), `${JSON.stringify(results, asJson, 2)}\n`);
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  if (!docs) return;
  writeFileSync(join(ROOT, 'docs', 'benchmarks.md'), asPage(results));
  writeFileSync(join(ROOT, 'docs', 'images', 'growth.svg'), asChart(results));
}

const options = readOptions(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), 'bench-'));
try {
  const results = await measureAll(options, scratch);
  console.log(asText(results));
  keep(results, options.docs);
  say(`kept in artifacts/benchmarks.json${options.docs ? ' and docs/benchmarks.md' : ''}`);
} finally {
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
process.exit(0); // whatever is over budget: measurements are no tests
