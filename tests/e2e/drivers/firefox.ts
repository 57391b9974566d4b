import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findBrowser, howToInstall } from '../../../scripts/browsers.mjs';
import { BidiSession } from './bidi.ts';
import type { BrowserUnderTest, LaunchOptions } from './browser.ts';
import { clockSettleMs, fakedClockEnvironment, writeClock } from './faked-clock.ts';
import { quietPreferences, userScript } from './firefox-preferences.ts';
import { FirefoxSurface } from './firefox-surface.ts';
import { signalGroup } from './process-group.ts';
import type { Surface } from './surface.ts';
import { until, waitLimitMs, within } from './waiting.ts';

/** Given to the extension by preference, so that its origin is known and stays the same. */
const uuid = '7f1c2f9e-5a3b-4c1d-9e8f-0a1b2c3d4e5f';

interface Running {
  readonly session: BidiSession;
  readonly process: ChildProcess;
  readonly processGroup: number;
  readonly gone: Promise<void>;
}

interface GeckoManifest {
  readonly browser_specific_settings: { readonly gecko: { readonly id: string } };
}

const addonId = (extensionDir: string): string => {
  const manifest = JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')) as GeckoManifest;
  return manifest.browser_specific_settings.gecko.id;
};

const clockFile = (options: LaunchOptions) => join(options.profileDir, 'clock');

function environment(options: LaunchOptions): NodeJS.ProcessEnv {
  const clock = options.movableClock ? fakedClockEnvironment(clockFile(options)) : {};
  const zone = options.timeZone ? { TZ: options.timeZone } : {};
  return { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: '1', ...clock, ...zone };
}

/** The address that Firefox prints once it listens. */
function listening(firefox: ChildProcess): Promise<string> {
  return new Promise((settle, fail) => {
    let said = '';
    firefox.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
      if (found?.[1]) settle(found[1]);
    });
    firefox.once('exit', () => fail(new Error(`Firefox ended before it listened: ${said.slice(-500)}`)));
  });
}

async function start(options: LaunchOptions): Promise<Running> {
  const executable = findBrowser('firefox');
  if (!executable) throw new Error(howToInstall(['firefox']));
  mkdirSync(options.profileDir, { recursive: true });
  if (options.movableClock) writeClock(clockFile(options), 0);
  const uuids = JSON.stringify({ [addonId(options.extensionDir)]: uuid });
  const preferences = { ...quietPreferences, 'extensions.webextensions.uuids': uuids, ...options.preferences };
  writeFileSync(join(options.profileDir, 'user.js'), userScript(preferences));
  const headless = (options.headless ?? true) ? ['--headless'] : [];
  const remote = ['--no-remote', '--remote-debugging-port=0', '--remote-allow-system-access'];
  const firefox = spawn(
    executable,
    [...headless, ...remote, '--profile', options.profileDir, ...(options.args ?? [])],
    {
      detached: true,
      env: environment(options),
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const gone = new Promise<void>((settle) => firefox.once('exit', () => settle()));
  const address = await within('Firefox to start', 3 * waitLimitMs, listening(firefox));
  return { session: await BidiSession.open(address), process: firefox, processGroup: firefox.pid ?? 0, gone };
}

export class FirefoxUnderTest implements BrowserUnderTest {
  readonly kind = 'firefox';
  readonly origin = `moz-extension://${uuid}`;
  #options: LaunchOptions;
  #running: Running;

  private constructor(options: LaunchOptions, running: Running) {
    this.#options = options;
    this.#running = running;
  }

  static async open(options: LaunchOptions): Promise<FirefoxUnderTest> {
    const exact = { ...options, extensionDir: resolve(options.extensionDir), profileDir: resolve(options.profileDir) };
    const browser = new FirefoxUnderTest(exact, await start(exact));
    await browser.reinstall();
    return browser;
  }

  async newSurface(): Promise<Surface> {
    const { session } = this.#running;
    const { context } = await session.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    const setPreference = (name: string, value: number): Promise<void> =>
      this.#inChrome(`Services.prefs.setIntPref(${JSON.stringify(name)}, ${value})`);
    return new FirefoxSurface({ session, context, origin: this.origin, setPreference });
  }

  /** Runs an expression with the browser's own rights. */
  async #inChrome<Result>(expression: string): Promise<Result> {
    const { session } = this.#running;
    const tree = await session.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    const answer = await session.send<{ result?: { value?: string }; exceptionDetails?: { text: string } }>(
      'script.evaluate',
      {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
        awaitPromise: true,
        target: { context: tree.contexts[0]?.context },
      },
    );
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
    return JSON.parse(answer.result?.value ?? 'null') as Result;
  }

  get #extension(): string {
    return `WebExtensionPolicy.getByID(${JSON.stringify(addonId(this.#options.extensionDir))}).extension`;
  }

  async stopWorker(): Promise<void> {
    await this.#inChrome(`${this.#extension}.terminateBackground()`);
    await until('the event page to stop', async () => !(await this.workerRuns()));
  }

  async workerRuns(): Promise<boolean> {
    return (await this.#inChrome<string>(`${this.#extension}.backgroundState`)) === 'running';
  }

  async reinstall(): Promise<void> {
    const extensionData = { type: 'path', path: this.#options.extensionDir };
    await this.#running.session.send('webExtension.install', { extensionData });
  }

  async setClock(offsetMs: number): Promise<void> {
    if (!this.#options.movableClock) throw new Error('Open the browser with movableClock to move its clock');
    writeClock(clockFile(this.#options), offsetMs);
    await pause(clockSettleMs);
  }

  freeze(): void {
    signalGroup(this.#running.processGroup, 'SIGSTOP');
  }

  thaw(): void {
    signalGroup(this.#running.processGroup, 'SIGCONT');
  }

  async kill(): Promise<void> {
    signalGroup(this.#running.processGroup, 'SIGKILL');
    await within('Firefox to be gone after SIGKILL', waitLimitMs, this.#running.gone);
  }

  async restart(changes: Partial<LaunchOptions> = {}): Promise<void> {
    await this.close();
    this.#options = { ...this.#options, ...changes };
    this.#running = await start(this.#options);
    await this.reinstall();
  }

  async close(): Promise<void> {
    const { process: firefox, session, gone } = this.#running;
    if (firefox.exitCode !== null || firefox.signalCode !== null) return;
    this.thaw();
    await session.send('browser.close', {}).catch(() => undefined);
    await within('Firefox to end', waitLimitMs, gone).catch(() => this.kill());
  }

  gone(): Promise<void> {
    return this.#running.gone;
  }
}
