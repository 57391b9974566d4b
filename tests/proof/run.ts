import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserKind } from '../../scripts/browsers.mjs';
import { Collector } from '../collector/collector.ts';
import { sendingTo } from '../collector/reaching.ts';
import { builtFor, openBrowser } from '../e2e/drivers/open.ts';
import { TelemetryBehind } from '../e2e/pages/telemetry.ts';
import { sendCanaries } from '../proofs/canaries.ts';
import { leakInto, type Silence, watchSilence } from '../proofs/silence.ts';
import { costOfTelemetry, ratioOfTelemetry, timeToClose } from '../proofs/telemetry-cost.ts';
import { recordProof } from './document.ts';

/**
 * `npm run proof`: shows with the build of `npm run build` that nothing leaves while telemetry is off, and that the showing
 * would find it if something did. Exits 1 otherwise. `--record` writes what it saw into docs/proof.md.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    browser: { type: 'string', default: 'chromium,firefox' },
    canaries: { type: 'string', default: '10000' },
    record: { type: 'boolean', default: false },
  },
});
const kinds = values.browser.split(',') as BrowserKind[];
const runsEach = 2; // with a proxy, and without
const forMs = (Number(values.minutes) * 60_000) / (kinds.length * runsEach);

const rows: string[] = [];
let failed = 0;

function note(what: string, kind: BrowserKind, seen: Silence, asExpected: boolean): void {
  const { pages, commands, restarts, alarms } = seen.used;
  const did = `${pages} pages, ${commands} messages, ${restarts} restarts, ${alarms} alarms`;
  const counts = [seen.throughProxy, seen.requests, seen.lookups, seen.ids].map(({ length }) => length).join(' | ');
  const row = `| ${kind} | ${what} | ${did} | ${counts} | ${asExpected ? 'yes' : 'NO'} |`;
  rows.push(row);
  console.log(row);
  if (asExpected) return;
  failed += 1;
  for (const found of [...seen.throughProxy, ...seen.requests, ...seen.lookups, ...seen.ids].slice(0, 20))
    console.log(`  ${found}`);
}

const head = [
  '| browser | build | what was done | asked of the proxy | requests in the browser’s log | names looked up | IDs stored | as expected |',
  '| --- | --- | --- | --- | --- | --- | --- | --- |',
];
console.log(head.join('\n'));
for (const kind of kinds) {
  for (const proxy of [true, false]) {
    const seen = await watchSilence({ kind, extensionDir: builtFor[kind], forMs, whole: true, proxy });
    const { throughProxy, requests, lookups, ids } = seen;
    const silent = [throughProxy, requests, lookups, ids].every(({ length }) => length === 0);
    note(`the released one, ${proxy ? 'behind a proxy' : 'without a proxy'}`, kind, seen, silent);
  }
  for (const where of ['worker', 'popup'] as const) {
    const leaking = mkdtempSync(join(tmpdir(), 'timetracker-leaking-'));
    cpSync(builtFor[kind], leaking, { recursive: true });
    leakInto(leaking, where);
    for (const proxy of [true, false]) {
      const seen = await watchSilence({ kind, extensionDir: leaking, forMs: 1, whole: false, proxy });
      const found = proxy ? seen.throughProxy : seen.lookups;
      note(
        `with a request added to its ${where}, ${proxy ? 'behind a proxy' : 'without a proxy'}`,
        kind,
        seen,
        found.length > 0,
      );
    }
    rmSync(leaking, { recursive: true, force: true });
  }
}
const canaries = Number(values.canaries);
const lines: string[] = [];
const costs: string[] = [];
for (const kind of canaries > 0 ? kinds : []) {
  const collector = await Collector.start();
  const profileDir = mkdtempSync(join(tmpdir(), 'timetracker-canaries-'));
  const options = { extensionDir: builtFor[kind], profileDir, ...sendingTo(kind, collector.port) };
  const browser = await openBrowser(kind, options);
  const behind = await TelemetryBehind.openIn(browser);
  const { count, sent, found } = await sendCanaries(behind, collector, canaries / kinds.length);
  if (found.length > 0 || sent === 0) failed += 1;
  const cost = await costOfTelemetry(behind, collector);
  const ratio = await ratioOfTelemetry(behind, collector);
  const closed = await timeToClose(behind, collector);
  const times = Object.entries(cost).map(([state, { median, p95 }]) => `${state} ${median} (${p95})`);
  costs.push(
    `- ${kind}: ${times.join(', ')}; on by off in ${ratio.pairs} pairs ${ratio.mean} (95 %: ${ratio.low} to ${ratio.high}); from turning it off to the closed connection of a request on its way: ${closed}`,
  );
  const said = `${kind}: ${count} texts, ${sent} events and reports received, ${found.length} texts found in them`;
  lines.push(`- ${said}`);
  console.log([said, costs.at(-1), ...found.slice(0, 20)].join('\n'));
  await browser.kill();
  await collector.stop();
  rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
}
console.log(
  failed === 0 ? '\nNothing left, and what was added on purpose was found.' : `\n${failed} runs were not as expected.`,
);
if (values.record && failed === 0) {
  const document = `# What the proof saw

Made by \`npm run proof -- --record\` on ${new Date().toISOString().slice(0, 10)}, ${values.minutes} minutes. The build in \`.output\` ran in
real browsers on new profiles: every page was opened, the timer used by hand and by the messages the interface sends, errors thrown,
alarms rung, the worker restarted, the extension updated to a higher version; nobody agreed to telemetry. A proxy that lets nothing through wrote down
whatever it was asked for, and the browser's own log (Chromium's NetLog; in Firefox the log of its resolver) every request and every name it
looked up. The rows of the released build have to be all zeros. The others ran a build with one \`fetch\` added, which has to be found.

${[...head, ...rows].join('\n')}

“IDs stored” counts long random values that any API of the extension can read in what telemetry stored.

## With telemetry on: texts in every place that takes one

Generated names, notes, addresses, HTML, JSON and the like went into entries, projects, clients, tasks, tags, settings, misshapen messages
and thrown errors. What a local collector received was searched for them: as they are, percent-, hex- and base64-encoded, and as SHA-256,
SHA-1 and MD5.

${lines.join('\n')}

## What it costs

Milliseconds from a page's command to start a timer to its answer, median (95th percentile), in turns on the same machine:
with telemetry off, on, and on while a receiver does not answer. Then pairs of one with telemetry off and one with it on, now
this first and now that: the mean of their ratios with its interval of 95 %, whose upper end is to be at most 1.1.

${costs.join('\n')}
`;
  recordProof(document);
}
process.exit(failed === 0 ? 0 : 1);
