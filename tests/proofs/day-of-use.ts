import { readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { pageEvents } from '../../lib/messaging/telemetry-messages.ts';
import type { BrowserUnderTest } from '../e2e/drivers/browser.ts';
import { ChromiumUnderTest } from '../e2e/drivers/chromium.ts';
import type { Surface } from '../e2e/drivers/surface.ts';
import { PopupPage } from '../e2e/pages/popup.ts';
import { TelemetryBehind } from '../e2e/pages/telemetry.ts';

export interface Used {
  pages: number;
  commands: number;
  refused: number;
  restarts: number;
  alarms: number;
}

/** Parts of the larger pages that have an address of their own. */
const parts: Readonly<Record<string, readonly string[]>> = {
  'options.html': ['', '#general', '#timer', '#projects', '#data', '#privacy'],
  'report.html': ['', '#timesheet', '#calendar', '#reports'],
  'welcome.html': ['', '#new-policy'],
};

async function openEveryPage(surface: Surface, extensionDir: string, used: Used): Promise<void> {
  const pages = readdirSync(extensionDir).filter((name) => name.endsWith('.html') && name !== 'post.html');
  for (const page of pages) {
    for (const part of parts[page] ?? ['']) {
      await surface.goto('manifest.json'); // so that each is loaded anew
      await surface.goto(page + part);
      await pause(50);
      used.pages += 1;
    }
  }
}

const work = (description: string) => ({
  description,
  project: { create: `Project ${description.length % 3}` },
  client: { create: 'Osei Clinic' },
  task: null,
  tags: [{ create: 'bug' }],
  billable: true,
});

/** One round of everything a person does to the timer, as the messages that the interface sends. */
const round = (i: number): object[] => [
  { type: 'timer.start', work: work(`Call Ann Example ${i}`) },
  { type: 'timer.update', work: { description: `https://example.org/secret?${i}` } },
  { type: 'timer.start', work: work(`Second ${i}`) },
  { type: 'timer.stop' },
  { type: 'timer.toggle' },
  { type: 'timer.discard' },
  { type: 'settings.update', changes: { badge: i % 2 === 0 } },
  { type: 'data.export' },
  { type: 'nonsense' },
  ...pageEvents.map((event) => ({ type: 'telemetry.happened', event })),
  { type: 'telemetry.thrown', thrown: { name: 'TypeError', message: 'x is not a function', stack: '' } },
  { type: 'telemetry.sample' },
  { type: 'telemetry.question' },
  { type: 'telemetry.withdraw', by: 'options' },
  { type: 'telemetry.deleteWaiting' },
];

/** What an alarm does, by the browser's own way to hand one out; Firefox has none, and its worker's start does the same. */
async function ringAlarms(browser: BrowserUnderTest, used: Used): Promise<void> {
  if (!(browser instanceof ChromiumUnderTest)) return;
  for (const name of ['telemetry-flush', 'telemetry-daily', 'minute']) {
    await browser.inWorker(`chrome.alarms.onAlarm.dispatch({ name: '${name}', scheduledTime: Date.now() })`);
    used.alarms += 1;
  }
}

/**
 * Uses the extension without ever agreeing to anything: pages, timer, errors, alarms, restarts of the worker.
 * @param extensionDir the build whose pages are all opened; null: none but the popup
 */
export async function useForAWhile(
  browser: BrowserUnderTest,
  extensionDir: string | null,
  forMs: number,
): Promise<Used> {
  const used: Used = { pages: 0, commands: 0, refused: 0, restarts: 0, alarms: 0 };
  const end = Date.now() + forMs;
  const popup = await PopupPage.openIn(browser);
  await popup.startTimer('Typed by hand');
  await popup.stopTimer();
  await popup.surface.close();
  const behind = await TelemetryBehind.openIn(browser);
  // whoever asks for the browser's permission still has to agree
  await browser.setDataPermission(true);
  for (let i = 0; i === 0 || Date.now() < end; i++) {
    for (const message of round(i)) {
      const answer = (await behind.send(message)) as { refused?: string } | null;
      used.commands += 1;
      if (answer !== null && typeof answer === 'object' && 'refused' in answer) used.refused += 1;
    }
    if (extensionDir && i % 10 === 0) await openEveryPage(behind.surface, extensionDir, used);
    await behind.surface.goto('popup.html');
    await behind.surface.evaluate(() => void setTimeout(() => Promise.reject(new TypeError('Ann is not a function'))));
    await ringAlarms(browser, used);
    await browser.stopWorker();
    used.restarts += 1;
  }
  await behind.surface.close();
  return used;
}
