import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Collector } from '../tests/collector/collector.ts';
import { sendingTo } from '../tests/collector/reaching.ts';
import { builtFor, openBrowser } from '../tests/e2e/drivers/open.ts';
import type { Surface } from '../tests/e2e/drivers/surface.ts';
import { until } from '../tests/e2e/drivers/waiting.ts';
import { PrivacyPage, SWITCH } from '../tests/e2e/pages/privacy.ts';
import { TelemetryBehind } from '../tests/e2e/pages/telemetry.ts';
import { sendDone, work } from '../tests/proofs/extension-page.ts';

type Photograph = (surface: Surface, name: string, page: string) => Promise<void>;

/** Starts and stops the timer: two events each. */
async function trackShortly(surface: Surface, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await sendDone(surface, { type: 'timer.start', work: work('Webhook retries', 'Checkout API') });
    await sendDone(surface, { type: 'timer.stop' });
  }
}

/** The page at install, and what Options → Privacy shows: off, and on with events that a local collector took. */
export async function photographPrivacy(photograph: Photograph): Promise<void> {
  const profileDir = mkdtempSync(join(tmpdir(), 'timetracker-screenshots-'));
  const collector = await Collector.start();
  const reaching = sendingTo('chromium', collector.port);
  const browser = await openBrowser('chromium', {
    extensionDir: builtFor.chromium,
    profileDir,
    timeZone: 'Europe/Berlin',
    keepWelcome: true,
    args: ['--lang=en-GB', ...(reaching.args ?? [])],
  });
  const welcome = await until('the welcome page', () => browser.welcome());
  await welcome.setViewport({ width: 900, height: 1440 });
  await welcome.waitFor('group', 'Sample event, JSON');
  await photograph(welcome, 'first', 'welcome');
  await welcome.click('button', 'Start tracking');
  await welcome.waitFor('link', 'Open the timer here');
  await welcome.setViewport({ width: 900, height: 620 });
  await photograph(welcome, 'set', 'welcome');

  const behind = await TelemetryBehind.openIn(browser);
  await trackShortly(behind.surface, 3);
  await welcome.setViewport({ width: 1080, height: 1500 });
  await welcome.goto('options.html#privacy');
  await welcome.waitFor('list', 'Event log');
  await photograph(welcome, 'privacy-off', 'options');

  await welcome.click('switch', SWITCH);
  const page = await PrivacyPage.on(welcome);
  await page.says('Telemetry is on');
  await trackShortly(behind.surface, 25);
  await until('fifty events to wait', async () => (await behind.queue()).length >= 50);
  await behind.restartWorker();
  await until('the events to be sent', async () => (await behind.queue()).length < 50);
  await trackShortly(behind.surface, 1);
  await welcome.reload();
  await page.says(/Sent \d/);
  await welcome.evaluate(() =>
    document.querySelector('ul[aria-label="Event log"] details:has(.sent)')?.setAttribute('open', ''),
  );
  await photograph(welcome, 'privacy-on', 'options');
  await browser.close();
  await collector.stop();
  rmSync(profileDir, { recursive: true, force: true });
}
