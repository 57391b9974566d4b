import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { BidiConnection } from './bidi.ts';
import type { BrowserUnderTest, LaunchOptions } from './browser.ts';
import {
  holdAccessibility,
  setDataPermission,
  terminateWorker,
  trustAuthority,
  workerState,
} from './firefox-chrome.ts';
import { clockKey, clockPage, copyWithClock, rereadMs, writeClockScript } from './firefox-clock.ts';
import { idleThreshold, pressShortcut, touch } from './firefox-person.ts';
import { type FirefoxProcess, startFirefox } from './firefox-process.ts';
import { addonId, extensionUuid, prepareProfile } from './firefox-profile.ts';
import { FirefoxSurface } from './firefox-surface.ts';
import { signalGroup } from './process-group.ts';
import type { Surface } from './surface.ts';
import { until, waitLimitMs, within } from './waiting.ts';
import { closeWelcome, isWelcome } from './welcome.ts';

interface Contexts {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

interface Running {
  readonly firefox: FirefoxProcess;
  readonly bidi: BidiConnection;
  readonly chromeContext: string;
}

const clockCopy = (options: LaunchOptions) => join(options.profileDir, 'extension-with-clock');

/** The folder that Firefox takes the extension from. */
const source = (options: LaunchOptions) => (options.movableClock ? clockCopy(options) : options.extensionDir);

async function start(options: LaunchOptions): Promise<Running> {
  mkdirSync(options.profileDir, { recursive: true });
  if (options.movableClock && !existsSync(clockCopy(options))) {
    copyWithClock(options.extensionDir, clockCopy(options));
    writeClockScript(clockCopy(options), 0);
  }
  prepareProfile(options.profileDir, source(options), options.preferences);
  const firefox = await startFirefox({
    profileDir: options.profileDir,
    headless: options.headless ?? true,
    args: options.args ?? [],
    env: options.env ?? {},
    ...(options.timeZone ? { timeZone: options.timeZone } : {}),
  });
  const bidi = await BidiConnection.connect(firefox.url);
  const { contexts } = await bidi.send<Contexts>('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = contexts.find(({ url }) => url.endsWith('/browser.xhtml'));
  if (!window) throw new Error('Firefox shows no window');
  await bidi.call(window, holdAccessibility);
  if (options.trust) await bidi.call(window, trustAuthority, options.trust);
  return { firefox, bidi, chromeContext: window.context };
}

export class FirefoxUnderTest implements BrowserUnderTest {
  readonly kind = 'firefox';
  readonly origin = `moz-extension://${extensionUuid}`;
  private options: LaunchOptions;
  private running: Running;

  private constructor(options: LaunchOptions, running: Running) {
    this.options = options;
    this.running = running;
  }

  static async open(options: LaunchOptions): Promise<FirefoxUnderTest> {
    const exact = { ...options, extensionDir: resolve(options.extensionDir), profileDir: resolve(options.profileDir) };
    const isNew = !existsSync(join(exact.profileDir, 'extensions'));
    const browser = new FirefoxUnderTest(exact, await start(exact));
    await browser.seeExtension();
    if (isNew && !exact.keepWelcome) await closeWelcome(browser, exact.extensionDir);
    return browser;
  }

  private get id(): string {
    return addonId(this.options.extensionDir);
  }

  private get chrome() {
    return { context: this.running.chromeContext };
  }

  /** Firefox for everyone refuses unsigned extensions from the profile, but takes them until its end. */
  private async seeExtension(): Promise<void> {
    if ((await this.workerState()) === 'absent') await this.install();
    await until('the extension to start', async () => (await this.workerState()) !== 'absent');
  }

  private async install(): Promise<void> {
    const extensionData = { type: 'path', path: source(this.options) };
    await this.running.bidi.send('webExtension.install', { extensionData });
  }

  private workerState(): Promise<string> {
    return this.running.bidi.call<string>(this.chrome, workerState, this.id);
  }

  async newSurface(): Promise<Surface> {
    const { bidi, chromeContext } = this.running;
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    return new FirefoxSurface({ bidi, context, chromeContext, origin: this.origin });
  }

  async welcome(): Promise<Surface | undefined> {
    const { bidi, chromeContext } = this.running;
    const { contexts } = await bidi.send<Contexts>('browsingContext.getTree');
    const found = contexts.find(({ url }) => isWelcome(url));
    return found && new FirefoxSurface({ bidi, context: found.context, chromeContext, origin: this.origin });
  }

  openPopup(): Promise<Surface> {
    return Promise.reject(new Error('Firefox shows the popup, but WebDriver BiDi does not reach it: use popup.html'));
  }

  /** Settles when it has stopped; a message that waits may have started it again by then. */
  async stopWorker(): Promise<void> {
    await this.running.bidi.call(this.chrome, terminateWorker, this.id);
  }

  async workerRuns(): Promise<boolean> {
    return ['running', 'starting'].includes(await this.workerState());
  }

  /** A page of the extension reaches the event page, in the same process; `with` lets the source name what is there. */
  async inWorker(source: string): Promise<void> {
    const { bidi } = this.running;
    const { contexts } = await bidi.send<Contexts>('browsingContext.getTree');
    const page = contexts.find(({ url }) => url.startsWith(this.origin));
    if (!page) throw new Error('Open a page of the extension first: the event page is reached from there');
    await bidi.run(page, `(async () => { with (await browser.runtime.getBackgroundPage()) { ${source} } })()`);
  }

  async sayIdle(state: 'active' | 'idle' | 'locked'): Promise<void> {
    if (state === 'locked') throw new Error('Firefox does not tell of a lock');
    const { bidi } = this.running;
    const asked = async () => (await bidi.call<number | null>(this.chrome, idleThreshold, this.id)) === 60;
    await until('the extension to ask to be told of a minute', asked);
    await bidi.call(this.chrome, touch, state === 'active');
  }

  async pressShortcut(command: string): Promise<void> {
    await this.running.bidi.call(this.chrome, pressShortcut, { id: this.id, command });
  }

  async setDataPermission(granted: boolean): Promise<void> {
    await this.running.bidi.call(this.chrome, setDataPermission, { id: this.id, granted });
  }

  async reinstall(): Promise<void> {
    if (this.options.movableClock) copyWithClock(this.options.extensionDir, clockCopy(this.options));
    await this.install();
  }

  async setClock(offsetMs: number): Promise<void> {
    if (!this.options.movableClock) throw new Error('Open the browser with movableClock to move its clock');
    writeClockScript(clockCopy(this.options), offsetMs);
    const surface = await this.newSurface();
    await surface.goto(clockPage);
    await surface.evaluate(({ key, value }) => localStorage.setItem(key, value), {
      key: clockKey,
      value: String(offsetMs),
    });
    await surface.close();
    await pause(2 * rereadMs);
  }

  freeze(): void {
    signalGroup(this.running.firefox.processGroup, 'SIGSTOP');
  }

  thaw(): void {
    signalGroup(this.running.firefox.processGroup, 'SIGCONT');
  }

  async kill(): Promise<void> {
    signalGroup(this.running.firefox.processGroup, 'SIGKILL');
    await within('Firefox to be gone after SIGKILL', waitLimitMs, this.gone());
  }

  async restart(changes: Partial<LaunchOptions> = {}): Promise<void> {
    await this.close();
    this.options = { ...this.options, ...changes };
    this.running = await start(this.options);
    await this.seeExtension();
  }

  async close(): Promise<void> {
    if (this.running.firefox.hasEnded()) return;
    this.thaw();
    await this.running.bidi.send('browser.close').catch(() => undefined);
    this.running.bidi.close();
    const asked = within('Firefox to close', waitLimitMs, this.gone());
    await asked.catch(() => this.kill());
  }

  gone(): Promise<void> {
    return this.running.firefox.gone;
  }
}
