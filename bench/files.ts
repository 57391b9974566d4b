import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ChromiumSurface } from '../tests/e2e/drivers/chromium-surface.ts';
import { builtFor, openBrowser } from '../tests/e2e/drivers/open.ts';
import type { Surface } from '../tests/e2e/drivers/surface.ts';
import { DataPage } from '../tests/e2e/pages/data.ts';
import { measureFloor } from './files-floor.ts';
import { growthChart } from './growth.ts';

/**
 * `npm run bench:files -- --entries 1000,100000,1000000`: files in and out, as a person does them on Settings → Data, beside
 * a floor in the same page: the same CSV parsed, and the same day pages written raw. Kept in docs/benchmarks-files.md.
 */

export interface Reading {
  readonly ms: number;
  /** Peak of the page's JavaScript memory above where it began, bytes. */
  readonly peak: number;
}
type Row = Record<string, Reading>;

/** Makes a Clockify file of so many entries over ten years inside the page, and keeps it there. */
function makeCsv(surface: Surface, entries: number): Promise<number> {
  return surface.evaluate((count: number) => {
    const days = Math.max(1, Math.min(3650, Math.ceil(count / 5)));
    const perDay = Math.ceil(count / days);
    const two = (n: number): string => String(n).padStart(2, '0');
    const first = Date.UTC(2016, 0, 1);
    const parts = [
      'Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (EUR),Billable Amount (EUR)\n',
    ];
    for (let i = 0; i < count; i += 1) {
      const day = new Date(first + Math.floor(i / perDay) * 86_400_000).toISOString().slice(0, 10);
      const second = Math.floor(((i % perDay) * 80_000) / perDay);
      const time = (at: number): string =>
        `${two(Math.floor(at / 3600))}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;
      const project = (i * 7919) % 2000;
      parts.push(
        `Project ${project},Client ${project % 50},Review item ${i % 5000} with the team,,Ada,,ada@example.com,"tag ${i % 20}, web",Yes,${day},${time(second)},${day},${time(second + 240)},00:04:00,0.07,80.00,5.33\n`,
      );
    }
    const file = new File([parts.join('')], 'clockify.csv');
    Object.assign(globalThis, { benchFile: file });
    return file.size;
  }, entries);
}

/** Gives the kept file to the field beside a button. */
const give = (surface: Surface, button: string): Promise<void> =>
  surface.evaluate((of: string) => {
    const input = [...document.querySelectorAll('button')].find(
      (it) => it.textContent?.trim() === of,
    )?.nextElementSibling;
    if (!(input instanceof HTMLInputElement)) throw new Error(`no field beside ${of}`);
    const files = new DataTransfer();
    files.items.add((globalThis as unknown as { benchFile: File }).benchFile);
    input.files = files.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, button);

/** Runs a step and waits for what ends it; samples the page's memory meanwhile. */
async function timed(surface: Surface, step: () => Promise<unknown>, end: () => Promise<unknown>): Promise<Reading> {
  if (!(surface instanceof ChromiumSurface)) throw new Error('not Chromium');
  const session = await surface.page.context().newCDPSession(surface.page);
  const used = async (): Promise<number> => (await session.send('Runtime.getHeapUsage')).usedSize;
  // what the step before left lying is not this one's
  await session.send('HeapProfiler.collectGarbage');
  const base = await used();
  let peak = base;
  let watching = true;
  const watch = (async () => {
    while (watching) {
      peak = Math.max(peak, await used());
      await new Promise((resume) => setTimeout(resume, 50));
    }
  })();
  const since = performance.now();
  await step();
  await end();
  const ms = performance.now() - since;
  watching = false;
  await watch;
  await session.detach();
  return { ms, peak: peak - base };
}

/** Settles as soon as something in the page has that text. It watches from inside: asking from outside takes turns from the work. */
const shows = (surface: Surface, selector: string, pattern: RegExp): Promise<void> =>
  surface.evaluate(
    ([of, source]: readonly [string, string]) =>
      new Promise<void>((done) => {
        const wanted = new RegExp(source);
        const look = (): boolean =>
          [...document.querySelectorAll(of)].some(({ textContent }) => wanted.test(textContent?.trim() ?? ''));
        if (look()) return done();
        const watch = new MutationObserver(() => {
          if (!look()) return;
          watch.disconnect();
          done();
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    [selector, pattern.source] as const,
  );

/** The sentence at the top of the page that says it is done. */
const said = (surface: Surface, pattern: RegExp): Promise<void> => shows(surface, '.note', pattern);

/** The second copy says of itself that it is whole. */
const copied = async (surface: Surface): Promise<void> => {
  const isWhole = (): Promise<boolean> =>
    surface.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<unknown> } } };
      };
      const { header } = (await chrome.storage.local.get('header')) as { header?: { behind: number | null } };
      return header?.behind === null;
    });
  while (!(await isWhole())) await new Promise((resume) => setTimeout(resume, 50));
};

async function measure(entries: number): Promise<{ rows: Row; megabytes: number }> {
  const profileDir = mkdtempSync(join(tmpdir(), 'bench-files-'));
  const browser = await openBrowser('chromium', { extensionDir: builtFor.chromium, profileDir });
  try {
    const page = await DataPage.openIn(browser);
    const { surface } = page;
    const megabytes = (await makeCsv(surface, entries)) / 1e6;
    const rows: Row = { ...(await measureFloor(surface, entries, timed)) };
    const keep = async (name: string, step: () => Promise<unknown>, end: () => Promise<unknown>): Promise<void> => {
      rows[name] = await timed(surface, step, end);
      console.error(`${entries}: ${name}: ${Math.round(rows[name].ms)} ms, ${Math.round(rows[name].peak / 1e6)} MB`);
    };
    const shown = entries.toLocaleString('en');
    const importing = new RegExp(`^Import ${shown} entries$`);
    await keep(
      'import: look at it',
      () => give(surface, 'Import CSV'),
      () => shows(surface, 'button', importing),
    );
    await keep(
      'import: write it',
      () => surface.click('button', importing),
      () => shows(surface, 'button', /^Undo$/),
    );
    await keep(
      'second copy follows',
      async () => undefined,
      () => copied(surface),
    );
    await keep(
      'export CSV',
      () => surface.click('button', 'CSV'),
      () => said(surface, /Exported .* timetracker_all.csv/),
    );
    await keep(
      'export XLSX',
      () => surface.click('button', 'XLSX'),
      () => said(surface, /Exported .* timetracker_all.xlsx/),
    );
    await keep(
      'backup',
      () => surface.click('button', 'Download backup'),
      () => said(surface, /Saved .* as timetracker_backup/),
    );
    await keep(
      'check and reckon all totals',
      () => surface.click('button', 'Check now'),
      () => said(surface, /in order/),
    );
    await surface.evaluate(async () => {
      const [name] = Object.keys(globalThis.saved).filter((it) => it.includes('backup'));
      const text = await globalThis.saved[name ?? ''];
      globalThis.saved = {};
      Object.assign(globalThis, { benchFile: new File([text ?? ''], 'backup.json') });
    });
    await keep(
      'restore: look at it',
      () => give(surface, 'Choose file…'),
      () => shows(surface, 'button', /^Restore$/),
    );
    await keep(
      'restore: snapshot and write',
      () => surface.click('button', 'Restore'),
      () => said(surface, /Restored the backup/),
    );
    return { rows, megabytes };
  } finally {
    await browser.close();
    rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

const { values } = parseArgs({
  options: { entries: { type: 'string', default: '1000,100000' }, 'no-build': { type: 'boolean' } },
});
const sizes = values.entries.split(',').map(Number);
const results: { entries: number; megabytes: number; rows: Row }[] = [];
if (!process.argv.includes('--no-build'))
  execFileSync('npm', ['run', '-s', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
for (const entries of sizes) results.push({ entries, ...(await measure(entries)) });

const time = (ms: number): string => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);
const names = Object.keys(results[0]?.rows ?? {});
const cell = (row: Row, name: string): string => {
  const reading = row[name];
  return reading ? `${time(reading.ms)}, ${Math.max(0, Math.round(reading.peak / 1e6))} MB` : '';
};
writeFileSync(
  'docs/images/growth-files.svg',
  growthChart({
    title: 'Files in and out: time by entries',
    written: time,
    lines: names.map((name) => ({
      name,
      points: results.flatMap(({ entries, rows }) =>
        rows[name] ? [[entries, Math.max(1, rows[name].ms)] as const] : [],
      ),
    })),
  }),
);
const grouped = (entries: number): string => entries.toLocaleString('en');
/** Times of what it is made of. */
const ratios = (of: string, floors: readonly string[], most: number): string => {
  const each = results.map(({ entries, rows }) => {
    const sum = (wanted: readonly string[]): number => wanted.reduce((ms, name) => ms + (rows[name]?.ms ?? 0), 0);
    return `${(sum(of.split(' + ')) / sum(floors)).toFixed(1)}× at ${grouped(entries)}`;
  });
  return `- ${of}: ${each.join(', ')} (at most ${most}× ${floors.join(' + ')})`;
};
const [parse, write, lines] = [
  'floor: parse the CSV',
  'floor: write the pages raw',
  'floor: read the pages and write them as lines',
];
const against = [
  ratios('import: look at it + import: write it', [parse, write], 3),
  ratios('export CSV', [lines], 2),
  ratios('backup', [lines], 2),
  ratios('restore: look at it + restore: snapshot and write', [lines, write], 2),
];
writeFileSync(
  'docs/benchmarks-files.md',
  `# Files in and out, measured

By \`npm run bench:files -- --entries ${values.entries}\`, ${new Date().toISOString().slice(0, 10)}, Chromium, ${cpus().length} cores under a load of ${loadavg()[0]?.toFixed(0)}. One reading each:
the way from the button to the sentence that says it is done, and the peak of the page's JavaScript memory above where it began.

| what | ${results.map(({ entries, megabytes }) => `${entries.toLocaleString('en')} entries (${megabytes.toFixed(1)} MB of CSV)`).join(' | ')} |
| --- | ${results.map(() => '---:').join(' | ')} |
${names.map((name) => `| ${name} | ${results.map(({ rows }) => cell(rows, name)).join(' | ')} |`).join('\n')}

Beside their floors, which do the least that has to be done:

${against.join('\n')}

![Time by entries, both axes in powers of ten](images/growth-files.svg)
`,
);
process.exit(0);
