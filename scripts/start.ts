import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { BrowserUnderTest } from '../tests/e2e/drivers/browser.ts';
import { builtFor, openBrowser } from '../tests/e2e/drivers/open.ts';
import type { Surface } from '../tests/e2e/drivers/surface.ts';
import { type BrowserKind, ensureBrowsers, howToInstall } from './browsers.mjs';
import { takeFirstUseTour } from './first-use.ts';

/** `npm start`: builds the release, opens it in a browser with a profile that is kept, and installs edits again. */

const folders = ['entrypoints', 'components', 'lib', 'public'];
/** Editors save in bursts. Milliseconds. */
const SETTLE = 300;

function chosenBrowser(): BrowserKind {
  const { values } = parseArgs({
    options: { browser: { type: 'string', default: 'chromium' } },
    allowPositionals: true,
  });
  if (values.browser === 'chromium' || values.browser === 'firefox') return values.browser;
  console.error(`There is no browser "${values.browser}" here; use --browser chromium or --browser firefox.`);
  process.exit(1);
}

const hasDisplay = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

function build(kind: BrowserKind): boolean {
  const target = kind === 'chromium' ? ['-b', 'chrome'] : ['-b', 'firefox', '--mv3'];
  const { status } = spawnSync('wxt', ['build', ...target], { stdio: 'inherit', shell: process.platform === 'win32' });
  return status === 0;
}

/** Builds and installs again after each burst of edits; a build that fails leaves the last one installed. */
function watchEdits(kind: BrowserKind, browser: BrowserUnderTest, opened: Surface): void {
  let waiting: NodeJS.Timeout | undefined;
  let shown = opened;
  const again = async (): Promise<void> => {
    if (!build(kind)) return;
    await browser.reinstall();
    // With the old code the browser has closed its pages.
    await shown.close().catch(() => undefined);
    shown = await openPopupPage(browser);
    console.log('Installed again.');
  };
  for (const folder of folders) {
    watch(folder, { recursive: true }, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => void again().catch(console.error), SETTLE);
    });
  }
}

async function openPopupPage(browser: BrowserUnderTest): Promise<Surface> {
  const surface = await browser.newSurface();
  await surface.goto('popup.html');
  await surface.show();
  return surface;
}

async function openForPerson(kind: BrowserKind, browser: BrowserUnderTest): Promise<void> {
  const surface = await openPopupPage(browser);
  console.log('TimeTracker is in the browser that just opened: its page in a tab, its clock in the toolbar.');
  console.log('Edits are built and installed again. Close the browser, or press Ctrl+C, to end.');
  watchEdits(kind, browser, surface);
  process.once('SIGINT', () => void browser.close());
  await browser.gone();
}

async function tour(kind: BrowserKind, browser: BrowserUnderTest): Promise<void> {
  const folder = join('artifacts', 'first-use', kind);
  mkdirSync(folder, { recursive: true });
  const files = await takeFirstUseTour(browser, folder);
  await browser.close();
  console.log('There is no display, so TimeTracker went through first use by itself. See what a person sees:');
  for (const file of files) console.log(`  ${file}`);
}

const kind = chosenBrowser();
if (ensureBrowsers([kind]).length > 0) {
  console.error(howToInstall([kind]));
  process.exit(1);
}
if (!build(kind)) process.exit(1);
const headless = !hasDisplay();
// First use is that of a new profile; a person's own is kept from one start to the next.
const profileDir = headless ? mkdtempSync(join(tmpdir(), 'timetracker-first-use-')) : join('.profile', kind);
const isKept = existsSync(profileDir) && !headless;
const browser = await openBrowser(kind, {
  extensionDir: builtFor[kind],
  profileDir,
  headless,
  keepWelcome: !headless,
});
// Of the same version, a browser keeps the worker it knows, whatever was built since.
if (isKept) await browser.reinstall();
await (headless ? tour(kind, browser) : openForPerson(kind, browser));
if (headless) rmSync(profileDir, { recursive: true, force: true, maxRetries: 5 });
process.exit(0);
