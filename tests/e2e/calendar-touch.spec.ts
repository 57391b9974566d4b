import { exported } from '../proofs/extension-page.ts';
import { expect, test } from './browser-test.ts';
import { ChromiumSurface } from './drivers/chromium-surface.ts';
import { ReportPage } from './pages/report.ts';

const BERLIN = 'Europe/Berlin';
/** Longer than a finger must rest. Milliseconds. */
const RESTED = 550;

test('a finger scrolls the calendar; what it has rested on goes with it, also past the edge', {
  tag: '@chromium',
}, async ({ open }) => {
  const report = await ReportPage.openIn(await open({ timeZone: BERLIN }), BERLIN);
  const { surface } = report;
  if (!(surface instanceof ChromiumSurface)) throw new Error('not Chromium');
  const { page } = surface;
  await report.add('2026-11-17T10:00', '2026-11-17T11:00', 'Design', 'Checkout API');
  await report.show('calendar?day=2026-11-17');
  const design = /^Edit Design, Checkout API, /;
  await surface.waitFor('button', design);
  const session = await page.context().newCDPSession(page);
  const finger = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  const slide = async (x: number, y: number, toY: number) => {
    for (let step = 1; step <= 8; step++) await finger('touchMove', x, y + ((toY - y) * step) / 8);
  };
  const block = async () => {
    await expect.poll(() => surface.count('button', design)).toBe(1);
    const found = await page.getByRole('button', { name: design }).boundingBox();
    if (!found) throw new Error('no block');
    return { x: found.x + found.width / 2, top: found.y, bottom: found.y + found.height };
  };
  const scrolled = () => page.locator('.cal-scroll').evaluate((box) => box.scrollTop);
  const times = async () => {
    const { entries } = await exported(surface);
    const one = entries.find(({ description }) => description === 'Design');
    const time = (at = 0) =>
      Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(BERLIN).toPlainTime().toString();
    return `${time(one?.start).slice(0, 5)}-${time(one?.end).slice(0, 5)}`;
  };

  await page.evaluate(() => {
    document.addEventListener('scrollend', () => document.body.classList.add('rests'), { capture: true, once: true });
  });
  const before = await scrolled();
  const first = await block();
  await finger('touchStart', first.x, first.top + 40);
  await slide(first.x, first.top + 40, first.top - 60);
  await finger('touchEnd');
  await expect.poll(scrolled).toBeGreaterThan(before + 40);
  expect(await times()).toBe('10:00-11:00');
  await page.locator('body.rests').waitFor(); // it goes on a little by itself

  const second = await block();
  await finger('touchStart', second.x, second.top + 40);
  await page.waitForTimeout(RESTED);
  const resting = await scrolled();
  await slide(second.x, second.top + 40, second.top + 85); // half an hour
  await finger('touchEnd');
  await expect.poll(times).toBe('10:30-11:30');
  expect(await scrolled()).toBe(resting);
  expect(await surface.count('heading', 'Edit entry')).toBe(0);

  const third = await block();
  await finger('touchStart', third.x, third.bottom - 8);
  await page.waitForTimeout(RESTED);
  const floor = (await page.locator('.cal-scroll').boundingBox()) ?? { y: 0, height: 0 };
  await slide(third.x, third.bottom - 8, floor.y + floor.height - 5);
  await expect.poll(scrolled).toBeGreaterThan(resting + 200);
  await finger('touchEnd');
  await expect.poll(times).toMatch(/^10:30-(1[5-9]|2\d)/);
  await surface.click('button', 'Undo');
  await expect.poll(times).toBe('10:30-11:30');

  await page.locator('.cal-scroll').evaluate((box) => box.scrollTo(0, 0));
  const column = (await page.locator('[data-day]').boundingBox()) ?? { x: 0, y: 0 };
  await finger('touchStart', column.x + 200, column.y + 90);
  await page.waitForTimeout(RESTED);
  await finger('touchEnd');
  await surface.waitFor('heading', 'Add entry');
  await surface.press('Escape');

  await surface.focus('button', design); // it scrolls into sight
  const last = await block();
  await finger('touchStart', last.x, last.top + 30);
  await finger('touchEnd');
  await surface.waitFor('heading', 'Edit entry');
});
