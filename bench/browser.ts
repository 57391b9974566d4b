import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { Cdp } from './cdp.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Quiet: nothing fetched, nothing asked, so that what is measured is the extension. */
const SWITCHES = [
  '--headless=new',
  '--remote-debugging-pipe',
  '--enable-unsafe-extension-debugging',
  '--no-sandbox',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-features=OptimizationHints,MediaRouter,DialMediaRouteProvider,Translate,NetworkTimeServiceQuerying',
  '--no-pings',
  '--window-size=1000,800',
];

const started = new Set<ChildProcess>();

function kill(child: ChildProcess): void {
  if (child.pid === undefined || !started.delete(child)) return;
  try {
    process.kill(-child.pid, 'SIGKILL'); // the group it leads: renderers and all
  } catch {
    // it ended by itself
  }
}

const killAll = (): void => started.forEach(kill);
process.on('exit', killAll);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

export function findBrowser(): string {
  const given = process.env.CHROMIUM;
  if (given) return given;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
  if (!found) throw new Error(`No Chromium on the path (${NAMES.join(', ')}). Give its path in CHROMIUM.`);
  return found;
}

/** A Chromium on a profile folder. */
export class Browser {
  readonly cdp: Cdp;
  readonly pid: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, pid: number) {
    this.#child = child;
    this.pid = pid;
    this.cdp = new Cdp(child.stdio[3] as Writable, child.stdio[4] as Readable);
  }

  static async start(profile: string): Promise<Browser> {
    const args = [...SWITCHES, `--user-data-dir=${profile}`, 'about:blank'];
    const child = spawn(findBrowser(), args, { detached: true, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] });
    started.add(child);
    if (child.pid === undefined) throw new Error('the browser could not be started');
    const browser = new Browser(child, child.pid);
    await browser.version();
    return browser;
  }

  async version(): Promise<string> {
    return String((await this.cdp.send('Browser.getVersion')).product);
  }

  /** @returns the extension's id */
  async load(folder: string): Promise<string> {
    return String((await this.cdp.send('Extensions.loadUnpacked', { path: folder })).id);
  }

  /** Lets the browser write everything down and end; ends it after a while. */
  async close(): Promise<void> {
    const gone = once(this.#child, 'exit');
    await this.cdp.send('Browser.close').catch(() => undefined);
    await Promise.race([gone, pause(20_000, undefined, { ref: false })]);
    kill(this.#child);
  }
}
