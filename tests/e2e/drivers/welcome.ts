import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserUnderTest } from './browser.ts';
import { until } from './waiting.ts';

const welcomePage = 'welcome.html';

export const isWelcome = (url: string): boolean => new URL(url).pathname === `/${welcomePage}`;

/** Closes the page that an extension opens when it is installed, if it has one: it would stand in front of the test's own. */
export async function closeWelcome(browser: BrowserUnderTest, extensionDir: string): Promise<void> {
  if (!existsSync(join(extensionDir, welcomePage))) return;
  const welcome = await until('the welcome page', () => browser.welcome());
  // Closed while it is being made, it sometimes leaves Chromium's process for the extension without any words.
  await until('the welcome page to be drawn', () => welcome.evaluate(() => document.querySelector('form') !== null));
  await welcome.close();
}
