import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { BrowserKind } from '../../scripts/browsers.mjs';
import { Collector, type Received } from '../collector/collector.ts';
import { sendingTo } from '../collector/reaching.ts';
import { builtFor, openBrowser } from '../e2e/drivers/open.ts';
import { until } from '../e2e/drivers/waiting.ts';
import { TelemetryBehind } from '../e2e/pages/telemetry.ts';
import { recordSpotlight } from './document.ts';

/**
 * `npm run spotlight`: hands the error reports of the build of `npm run build`, as real browsers send them, to Spotlight, Sentry's own
 * local receiver, and reads them back from it. It is installed for the moment (115 MB), so it is no dependency of the project.
 * Exits 1 unless every byte comes back. `--record` writes what it saw into docs/proof.md.
 */
const packages = {
  private: true,
  dependencies: { '@spotlightjs/spotlight': '4.11.8' },
  // with what npm picks instead, this version answers every request with 500
  overrides: { hono: '4.12.25' },
};

const named = `@spotlightjs/spotlight ${packages.dependencies['@spotlightjs/spotlight']} and hono ${packages.overrides.hono}`;
const { values } = parseArgs({ options: { record: { type: 'boolean', default: false } } });
const yes = (is: boolean): string => (is ? 'yes' : 'NO');

interface Spotlight {
  setupSpotlight(options: { port: number; isStandalone: boolean }): Promise<Server>;
}

/** As Spotlight reads an envelope: its header, and its items. */
type Envelope = readonly [
  { readonly __spotlight_envelope_id: string | number },
  readonly (readonly [object, object])[],
];

async function startSpotlight(dir: string): Promise<string> {
  writeFileSync(join(dir, 'package.json'), JSON.stringify(packages));
  const install = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', install, { cwd: dir, stdio: 'inherit', shell: process.platform === 'win32' });
  const main = join(dir, 'node_modules/@spotlightjs/spotlight/dist/server/main.js');
  const { setupSpotlight } = (await import(pathToFileURL(main).href)) as Spotlight;
  const server = await setupSpotlight({ port: 0, isStandalone: true });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The error reports that a browser sends: one thrown in a page, one by a page's message, both with a name in them. */
async function reportsFrom(kind: BrowserKind, profileDir: string): Promise<Received[]> {
  const collector = await Collector.start();
  const options = { extensionDir: builtFor[kind], profileDir, ...sendingTo(kind, collector.port) };
  const browser = await openBrowser(kind, options);
  try {
    const behind = await TelemetryBehind.openIn(browser);
    await behind.agree();
    await behind.surface.evaluate(() => {
      const error = new TypeError('Ann Example is not a function', { cause: new RangeError('Ann Example') });
      setTimeout(() => Promise.reject(error));
    });
    const stack = `RangeError: x\n    at f (${browser.origin}/late-work.js:2:345)\n    at g (${browser.origin}/background.js:1:2)`;
    await behind.tell({
      type: 'telemetry.thrown',
      thrown: { name: 'RangeError', message: 'Invalid time value', stack },
    });
    await until(
      'both to wait',
      async () => (await behind.queue()).filter(({ sink }) => sink === 'sentry').length === 2,
    );
    await behind.restartWorker();
    const reports = (): Received[] => collector.received.filter(({ path }) => path.includes('/envelope/'));
    await until('both to be received', async () => reports().length === 2);
    return reports();
  } finally {
    await browser.kill();
    await collector.stop();
  }
}

/** Reads the server-sent events of Spotlight until so many envelopes were there. */
async function envelopesIn(spotlight: string, count: number): Promise<Envelope[]> {
  const found: Envelope[] = [];
  const { body } = await fetch(`${spotlight}/stream`, { signal: AbortSignal.timeout(10_000) });
  let text = '';
  for await (const piece of body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += piece;
    const events = text.split('\n\n');
    text = events.pop() ?? '';
    found.push(
      ...events.flatMap((event) => /^data:\s*(\[.*)$/m.exec(event)?.[1] ?? []).map((data) => JSON.parse(data)),
    );
    if (found.length >= count) return found;
  }
  return found;
}

interface Compared {
  readonly status: number;
  /** Whether the bytes that Spotlight keeps are those that the browser sent. */
  readonly sameBytes: boolean;
  /** Whether what it reads in them is one event, the one that was sent. */
  readonly sameEvent: boolean;
  readonly type: string;
}

async function handOver(spotlight: string, { path, headers, body }: Received, place: number): Promise<Compared> {
  const type = headers['content-type'] ?? '';
  const { status } = await fetch(spotlight + path, { method: 'POST', headers: { 'Content-Type': type }, body });
  const [head, items = []] = (await envelopesIn(spotlight, place + 1))[place] ?? [];
  const kept = await (await fetch(`${spotlight}/envelope/${head?.__spotlight_envelope_id}`)).text();
  const sent = JSON.parse(body.slice(body.lastIndexOf('\n'))) as { exception: { values: { type: string }[] } };
  // Spotlight notes beside each event what kind of item it came in
  const read = items.map(([, event]) => event);
  const sameEvent = isDeepStrictEqual(read, [{ ...sent, type: 'event' }]);
  return { status, sameBytes: kept === body, sameEvent, type: sent.exception.values[0]?.type ?? '' };
}

const dir = mkdtempSync(join(tmpdir(), 'timetracker-spotlight-'));
const lines: string[] = [];
let handed = 0;
let failed = 0;
try {
  const spotlight = await startSpotlight(dir);
  for (const kind of ['chromium', 'firefox'] as const) {
    for (const report of await reportsFrom(kind, join(dir, kind))) {
      const { status, sameBytes, sameEvent, type } = await handOver(spotlight, report, handed++);
      if (status !== 200 || !sameBytes || !sameEvent) failed += 1;
      const bytes = Buffer.byteLength(report.body);
      const said = `answered ${status}; kept the same bytes: ${yes(sameBytes)}; read one event, the one sent: ${yes(sameEvent)}`;
      lines.push(`- ${kind}, a report of a ${type}, ${bytes} bytes: ${said}`);
      console.log(lines.at(-1));
    }
  }
} finally {
  rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
}
if (values.record && failed === 0) {
  recordSpotlight(`
Made by \`npm run spotlight -- --record\` on ${new Date().toISOString().slice(0, 10)}, with ${named}. Something was thrown in a page, and in a message
of a page, with telemetry on; what a local collector received of it was handed to [Spotlight](https://spotlightjs.com), which Sentry makes for
looking at reports on one’s own machine, and read back from it.

${lines.join('\n')}
`);
}
process.exit(failed === 0 ? 0 : 1); // Spotlight listens for ever
