import type { BrowserKind } from '../../../scripts/browsers.mjs';
import type { BrowserUnderTest, LaunchOptions } from './browser.ts';
import { ChromiumUnderTest } from './chromium.ts';
import { FirefoxUnderTest } from './firefox.ts';

/** Where `npm run build` leaves the extension. */
export const builtFor: Readonly<Record<BrowserKind, string>> = {
  chromium: '.output/chrome-mv3',
  firefox: '.output/firefox-mv3',
};

export function openBrowser(kind: BrowserKind, options: LaunchOptions): Promise<BrowserUnderTest> {
  return kind === 'chromium' ? ChromiumUnderTest.open(options) : FirefoxUnderTest.open(options);
}
