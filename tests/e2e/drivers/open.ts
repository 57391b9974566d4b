import type { BrowserKind } from '../../../scripts/browsers.mjs';
import type { BrowserUnderTest, LaunchOptions } from './browser.ts';
import { ChromiumUnderTest } from './chromium.ts';
import { FirefoxUnderTest } from './firefox.ts';

const browsers = { chromium: ChromiumUnderTest, firefox: FirefoxUnderTest };

export const openBrowser = (kind: BrowserKind, options: LaunchOptions): Promise<BrowserUnderTest> =>
  browsers[kind].open(options);
