import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import type { BrowserKind } from '../../scripts/browsers.mjs';
import type { BrowserUnderTest, LaunchOptions } from './drivers/browser.ts';
import { builtFor, openBrowser } from './drivers/open.ts';
import { warmFirefoxProfile } from './drivers/warm-profile.ts';
import { PopupPage } from './pages/popup.ts';

interface SharedFixtures {
  readonly kind: BrowserKind;
  /** What new profiles begin as; null: an empty folder. */
  readonly warmProfile: string | null;
}

interface Fixtures {
  /** A new folder for the profile, removed after the test. */
  readonly profileDir: string;
  /** Opens the browser of the project with the built extension; ended after the test. */
  readonly open: (options?: Partial<LaunchOptions>) => Promise<BrowserUnderTest>;
  readonly browserUnderTest: BrowserUnderTest;
  /** The popup's page, just opened in a new profile. */
  readonly popup: PopupPage;
}

export const test = base.extend<Fixtures, SharedFixtures>({
  kind: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to see what a fixture needs
    async ({}, use, info) => use((info.project.metadata as { browser: BrowserKind }).browser),
    { scope: 'worker' },
  ],
  warmProfile: [
    async ({ kind }, use) => {
      const dir = kind === 'firefox' ? await warmFirefoxProfile(builtFor.firefox) : null;
      await use(dir);
      if (dir) rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker' },
  ],
  profileDir: async ({ warmProfile }, use) => {
    const dir = mkdtempSync(join(tmpdir(), 'timetracker-'));
    if (warmProfile) cpSync(warmProfile, dir, { recursive: true });
    await use(dir);
    rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  },
  open: async ({ kind, profileDir }, use) => {
    const opened: BrowserUnderTest[] = [];
    await use(async (options = {}) => {
      const extensionDir = builtFor[kind];
      if (!existsSync(extensionDir)) throw new Error(`Nothing is built in ${extensionDir}: run "npm run build" first.`);
      const browser = await openBrowser(kind, { extensionDir, profileDir, ...options });
      opened.push(browser);
      return browser;
    });
    // Its profile goes too: nothing needs an orderly end.
    for (const browser of opened) await browser.kill().catch(() => browser.close());
  },
  browserUnderTest: async ({ open }, use) => {
    await use(await open());
  },
  popup: async ({ browserUnderTest }, use) => {
    await use(await PopupPage.openIn(browserUnderTest));
  },
});

export { expect } from '@playwright/test';
