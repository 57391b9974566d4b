import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { posthog } from '../../lib/telemetry/destinations.ts';
import type { BrowserKind } from '../../scripts/browsers.mjs';
import { loggingTo, readNetwork } from '../collector/net-log.ts';
import { RecordingProxy } from '../collector/proxy.ts';
import type { LaunchOptions } from '../e2e/drivers/browser.ts';
import { openBrowser } from '../e2e/drivers/open.ts';
import { TelemetryBehind } from '../e2e/pages/telemetry.ts';
import { type Used, useForAWhile } from './day-of-use.ts';

export interface Silence {
  readonly used: Used;
  /** What the proxy was asked for; empty without one. */
  readonly throughProxy: readonly string[];
  /** What the browser's own log names. */
  readonly requests: readonly string[];
  readonly lookups: readonly string[];
  /** Whatever is stored that could identify this installation. */
  readonly ids: readonly string[];
}

export interface SilenceOptions {
  readonly kind: BrowserKind;
  readonly extensionDir: string;
  readonly forMs: number;
  /** Opens each page in each of its parts, and updates the extension; without it the popup alone. */
  readonly whole: boolean;
  /** Without it the browser looks up names by itself, which is seen in its log. */
  readonly proxy: boolean;
}

/** Adds a request to a build, in its worker or in its popup: what the proof has to find. */
export function leakInto(extensionDir: string, where: 'worker' | 'popup'): void {
  const leak = `\n;fetch('${posthog.host}/leak',{mode:'no-cors'}).catch(()=>{});\n`;
  if (where === 'worker') {
    const file = join(extensionDir, 'background.js');
    writeFileSync(file, readFileSync(file, 'utf8') + leak);
    return;
  }
  const page = join(extensionDir, 'popup.html');
  writeFileSync(join(extensionDir, 'leak.js'), leak);
  writeFileSync(page, readFileSync(page, 'utf8').replace('<head>', '<head><script src="/leak.js"></script>'));
}

/** The same build under a higher version: what an update brings. */
function raiseVersion(extensionDir: string): void {
  const file = join(extensionDir, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  writeFileSync(file, JSON.stringify({ ...manifest, version: `${manifest.version}.1` }));
}

/**
 * Long random values that an extension could read back. Of telemetry's own log the number of each event is left out: no two
 * events share one, so none says which installation it was. So are the ids of what the person tracked, which go nowhere.
 */
export function idsIn(stored: string): string[] {
  const [local, ...databases] = JSON.parse(stored) as [Record<string, unknown>, ...unknown[]];
  const telemetry = databases.filter((one) => Array.isArray(one) && one[0] === 'telemetry');
  const own = Object.entries(local).filter(([key]) => key.startsWith('telemetry'));
  const text = JSON.stringify([own, telemetry])
    .replaceAll(/\\"uuid\\":\\"[0-9a-f-]{36}\\"/g, '')
    .replaceAll(/\\"event_id\\":\\"[0-9a-f]{32}\\"/g, '')
    .replaceAll('0'.repeat(64), '');
  const found = [...text.matchAll(/[0-9a-f-]{16,}|[A-Za-z0-9+/_]{40,}/g)].map(([long]) => long);
  return found.filter((long) => !/^\d{16}$/.test(long)); // the log's rows are numbered by the clock
}

/** Uses a build for a while in a new profile without agreeing to anything, and says everything that left or could. */
export async function watchSilence({ kind, extensionDir, forMs, whole, proxy }: SilenceOptions): Promise<Silence> {
  const dir = mkdtempSync(join(tmpdir(), 'timetracker-silence-'));
  const copy = join(dir, 'extension');
  cpSync(extensionDir, copy, { recursive: true });
  const log = join(dir, 'network');
  const through = proxy ? await RecordingProxy.start() : null;
  const options: LaunchOptions = {
    extensionDir: copy,
    profileDir: join(dir, 'profile'),
    keepWelcome: true,
    ...mergedOptions(loggingTo(kind, log), through?.options(kind) ?? {}),
  };
  const browser = await openBrowser(kind, options);
  try {
    const used = await useForAWhile(browser, whole ? copy : null, forMs);
    if (whole) {
      raiseVersion(copy);
      await browser.reinstall();
      await pause(1000);
    }
    const behind = await TelemetryBehind.openIn(browser);
    await behind.happen(3);
    await pause(500);
    const ids = idsIn(await behind.everythingStored());
    await browser.close();
    return { used, throughProxy: through?.asked ?? [], ids, ...readNetwork(kind, log) };
  } finally {
    await browser.close().catch(() => browser.kill());
    await through?.stop();
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

const mergedOptions = (a: Partial<LaunchOptions>, b: Partial<LaunchOptions>): Partial<LaunchOptions> => ({
  ...a,
  ...b,
  args: [...(a.args ?? []), ...(b.args ?? [])],
});
