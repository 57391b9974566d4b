import { exported, exportedText } from '../proofs/extension-page.ts';
import { faultsAfter } from '../proofs/whole.ts';
import { expect, test } from './browser-test.ts';
import type { BrowserUnderTest } from './drivers/browser.ts';
import { PopupPage } from './pages/popup.ts';

const MINUTE = 60_000;
const BERLIN = 'Europe/Berlin';

const instant = (local: string, zone: string): number =>
  Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;

/** Sets the browser's clock to a local time. */
const setLocal = (browser: BrowserUnderTest, local: string): Promise<void> =>
  browser.setClock(instant(local, BERLIN) - Date.now());

/** Tracks from one local time to another, answering that the time between counts. */
async function trackBetween(browser: BrowserUnderTest, from: string, to: string): Promise<PopupPage> {
  await setLocal(browser, from);
  const popup = await PopupPage.openIn(browser);
  await popup.startTimer('Over the edge');
  await setLocal(browser, to);
  await browser.stopWorker();
  await popup.surface.reload();
  await popup.surface.waitFor('alertdialog', /You were away/);
  await popup.surface.press('k');
  await popup.surface.waitFor('timer', 'Elapsed time');
  return popup;
}

/** `h:mm` in minutes. */
const minutes = (shown: string): number => {
  const [hours = 0, rest = 0] = shown.split(':').map(Number);
  return hours * 60 + rest;
};

test.describe('with a clock of its own', () => {
  test('time past midnight counts on the next day, and the two days make up the whole', async ({ open }) => {
    const browser = await open({ movableClock: true, timeZone: BERLIN });
    const popup = await trackBetween(browser, '2026-11-18T23:40', '2026-11-19T00:25');
    const running = await popup.totals();
    expect(minutes(running.today)).toBeGreaterThanOrEqual(25);
    expect(minutes(running.today)).toBeLessThanOrEqual(26);
    expect(minutes(running.week)).toBeGreaterThanOrEqual(44);
    await popup.stopTimer();
    const [yesterday] = await popup.days();
    expect(yesterday).toMatch(/^Yesterday 0:(19|20)$/);
    expect(await faultsAfter(popup.surface)).toEqual([]);
  });

  for (const [change, from, to, hours] of [
    ['the end of summer time', '2026-10-25T01:30', '2026-10-25T04:30', 4],
    ['the begin of summer time', '2026-03-29T01:30', '2026-03-29T04:30', 2],
  ] as const) {
    test(`over ${change} an entry is as long as the time that passed`, async ({ open }) => {
      const browser = await open({ movableClock: true, timeZone: BERLIN });
      const popup = await trackBetween(browser, from, to);
      expect(Math.abs(minutes((await popup.totals()).today) - hours * 60)).toBeLessThanOrEqual(1);
      await popup.stopTimer();
      const [entry] = (await exported(popup.surface)).entries;
      const length = (entry?.end ?? 0) - (entry?.start ?? 0);
      expect(Math.abs(length - hours * 60 * MINUTE)).toBeLessThan(30_000);
    });
  }
});

test('a change of zone while a timer runs changes no second, and days are counted where it was started', async ({
  open,
}) => {
  const browser = await open({ timeZone: BERLIN });
  const popup = await PopupPage.openIn(browser);
  await popup.startTimer('In the air');
  await popup.changeStart('-30m');
  await popup.surface.waitGone('textbox', 'Start');
  const before = await exportedText(popup.surface);
  await browser.restart({ timeZone: 'Asia/Tokyo' });
  const landed = await PopupPage.openIn(browser);
  expect(await exportedText(landed.surface)).toBe(before);
  expect(Math.abs((await landed.elapsedSeconds()) - 30 * 60)).toBeLessThan(60);
  await landed.stopTimer();
  const [entry] = (await exported(landed.surface)).entries;
  expect(entry?.zone).toBe(BERLIN);
  expect(await faultsAfter(landed.surface)).toEqual([]);
});
