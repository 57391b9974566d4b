import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserContext, type CDPSession, chromium, type Page } from '@playwright/test';
import { findBrowser, howToInstall } from '../../../scripts/browsers.mjs';
import type { BrowserUnderTest, LaunchOptions } from './browser.ts';
import { chromiumFlags } from './chromium-flags.ts';
import { keepInstalled, unpackedId } from './chromium-profile.ts';
import { ChromiumSurface } from './chromium-surface.ts';
import { clockSettleMs, fakedClockEnvironment, writeClock } from './faked-clock.ts';
import { signalGroup } from './process-group.ts';
import type { Surface } from './surface.ts';
import { until, waitLimitMs, within } from './waiting.ts';
import { closeWelcome, isWelcome } from './welcome.ts';

interface Running {
  readonly context: BrowserContext;
  readonly session: CDPSession;
  readonly processGroup: number;
  readonly gone: Promise<void>;
}

// A real popup is of the kind 'other' when it appears; without this Playwright shows no page for it.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = '1';

const pageBelowPopup = 'about:blank#below-the-popup';

const clockFile = (options: LaunchOptions) => join(options.profileDir, 'clock');

function environment(options: LaunchOptions): Record<string, string | undefined> {
  const clock = options.movableClock ? fakedClockEnvironment(clockFile(options)) : {};
  const zone = options.timeZone ? { TZ: options.timeZone } : {};
  return { ...process.env, ...clock, ...zone, ...options.env };
}

async function start(options: LaunchOptions): Promise<Running> {
  const executablePath = findBrowser('chromium');
  if (!executablePath) throw new Error(howToInstall(['chromium']));
  mkdirSync(options.profileDir, { recursive: true });
  if (options.movableClock && !existsSync(clockFile(options))) writeClock(clockFile(options), 0);
  keepInstalled(options.profileDir, options.extensionDir);
  const context = await chromium.launchPersistentContext(options.profileDir, {
    executablePath,
    headless: options.headless ?? true,
    env: environment(options),
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...chromiumFlags, ...(options.args ?? [])],
    ...(options.headless === false ? { viewport: null } : { deviceScaleFactor: 2 }),
  });
  const gone = new Promise<void>((settle) => context.once('close', () => settle()));
  const session = await sessionOf(context);
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const browser = processInfo.find(({ type }) => type === 'browser');
  if (!browser) throw new Error('Chromium does not tell its process id');
  return { context, session, processGroup: browser.id, gone };
}

function sessionOf(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('This version of Playwright gives no browser for a persistent context');
  return browser.newBrowserCDPSession();
}

export class ChromiumUnderTest implements BrowserUnderTest {
  readonly kind = 'chromium';
  private options: LaunchOptions;
  private running: Running;

  private constructor(options: LaunchOptions, running: Running) {
    this.options = options;
    this.running = running;
  }

  static async open(options: LaunchOptions): Promise<ChromiumUnderTest> {
    const exact = { ...options, extensionDir: resolve(options.extensionDir), profileDir: resolve(options.profileDir) };
    const isNew = !existsSync(join(exact.profileDir, 'Default'));
    const browser = new ChromiumUnderTest(exact, await start(exact));
    await browser.seeExtension();
    if (isNew && !exact.keepWelcome) await closeWelcome(browser, exact.extensionDir);
    return browser;
  }

  get origin(): string {
    return `chrome-extension://${this.id}`;
  }

  private get id(): string {
    return unpackedId(this.options.extensionDir);
  }

  private async seeExtension(): Promise<void> {
    const { extensions } = await this.running.session.send('Extensions.getExtensions');
    if (!extensions.some(({ id, enabled }) => id === this.id && enabled)) await this.reinstall();
  }

  async newSurface(): Promise<Surface> {
    return new ChromiumSurface(await this.running.context.newPage(), this.origin);
  }

  async welcome(): Promise<Surface | undefined> {
    const page = this.running.context.pages().find((one) => isWelcome(one.url()));
    return page && new ChromiumSurface(page, this.origin);
  }

  async openPopup(): Promise<Surface> {
    const below = await this.running.context.newPage();
    await below.goto(pageBelowPopup);
    const { targetInfos } = await this.running.session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = targetInfos.findLast(({ url }) => url === pageBelowPopup);
    if (!tab) throw new Error('Chromium has no tab to open the popup from');
    const popup = this.running.context.waitForEvent('page', { timeout: waitLimitMs });
    await this.running.session.send('Extensions.triggerAction', { id: this.id, targetId: tab.targetId });
    const page = await popup;
    await page.waitForLoadState();
    return new ChromiumSurface(page, this.origin);
  }

  /** Settles when it has stopped; a message that waits may have started another by then. */
  async stopWorker(): Promise<void> {
    const before = await this.workers();
    const anyPage = await this.ownPage();
    const session = await this.running.context.newCDPSession(anyPage);
    await session.send('ServiceWorker.enable');
    await until('the worker to stop', async () => {
      const now = await this.workers();
      if (!before.some((worker) => now.includes(worker))) return true;
      // Asked again: one that was just starting does not always hear it.
      await session.send('ServiceWorker.stopAllWorkers');
      return false;
    });
    await session.detach();
    if (anyPage.url() === `${this.origin}/manifest.json`) await anyPage.close();
  }

  /** The worker is only reached from a page of the same origin. */
  private async ownPage(): Promise<Page> {
    const open = this.running.context.pages().find((page) => page.url().startsWith(this.origin));
    if (open) return open;
    const page = await this.running.context.newPage();
    await page.goto(`${this.origin}/manifest.json`);
    return page;
  }

  async inWorker(source: string): Promise<void> {
    const page = await this.ownPage();
    // No command: it wakes the worker, is refused and changes nothing.
    await page.evaluate(`chrome.runtime.sendMessage({ type: 'wake' })`);
    const worker = await until('the worker', async () =>
      this.running.context.serviceWorkers().find((one) => one.url().startsWith(this.origin)),
    );
    await worker.evaluate(source);
  }

  /** Headless, it goes by no real person, so that its listeners are told what it would say. */
  sayIdle(state: 'active' | 'idle' | 'locked'): Promise<void> {
    return this.inWorker(`chrome.idle.onStateChanged.dispatch('${state}')`);
  }

  /** Headless, it has no keyboard for these. */
  pressShortcut(command: string): Promise<void> {
    return this.inWorker(`chrome.commands.onCommand.dispatch('${command}')`);
  }

  async workerRuns(): Promise<boolean> {
    return (await this.workers()).length > 0;
  }

  /** A worker that starts again is another target. */
  private async workers(): Promise<string[]> {
    const { targetInfos } = await this.running.session.send('Target.getTargets');
    const own = targetInfos.filter(({ type, url }) => type === 'service_worker' && url.startsWith(this.origin));
    return own.map(({ targetId }) => targetId);
  }

  async setDataPermission(): Promise<void> {
    // Chromium has no such permission.
  }

  async reinstall(): Promise<void> {
    await this.running.session.send('Extensions.loadUnpacked', { path: this.options.extensionDir });
  }

  async setClock(offsetMs: number): Promise<void> {
    if (!this.options.movableClock) throw new Error('Open the browser with movableClock to move its clock');
    writeClock(clockFile(this.options), offsetMs);
    await pause(clockSettleMs);
  }

  freeze(): void {
    signalGroup(this.running.processGroup, 'SIGSTOP');
  }

  thaw(): void {
    signalGroup(this.running.processGroup, 'SIGCONT');
  }

  async kill(): Promise<void> {
    signalGroup(this.running.processGroup, 'SIGKILL');
    await within('Chromium to be gone after SIGKILL', waitLimitMs, this.running.gone);
  }

  async restart(changes: Partial<LaunchOptions> = {}): Promise<void> {
    await this.close();
    this.options = { ...this.options, ...changes };
    this.running = await start(this.options);
    await this.seeExtension();
  }

  async close(): Promise<void> {
    this.thaw();
    await this.running.context.close();
  }

  gone(): Promise<void> {
    return this.running.gone;
  }
}
