import { defaultSettings } from '../../lib/domain/settings.ts';
import { exported, sendDone } from '../proofs/extension-page.ts';
import { expect, test } from './browser-test.ts';
import { PopupPage } from './pages/popup.ts';

const MINUTE = 60_000;

test('what was set for a time of day happens at that time, though the computer slept through it', async ({ open }) => {
  const browser = await open({ movableClock: true, timeZone: 'Europe/Berlin' });
  const nine = Temporal.ZonedDateTime.from('2026-11-19T09:00[Europe/Berlin]').epochMilliseconds;
  await browser.setClock(nine - Date.now());
  const popup = await PopupPage.openIn(browser);
  const { surface } = popup;
  await sendDone(surface, {
    type: 'settings.update',
    changes: { stopAt: 18 * 60, awayAfter: null, pomodoro: { ...defaultSettings.pomodoro, on: true } },
  });
  await popup.startTimer('Write');
  await surface.click('button', 'Start Pomodoro');
  await surface.waitFor('timer', 'Time left');
  await browser.setClock(nine + 26 * MINUTE - Date.now());
  await browser.stopWorker();
  await surface.reload();
  await surface.waitFor('button', 'Skip the break');
  await surface.click('button', 'Skip the break');
  await surface.waitFor('button', 'Break now');
  await surface.click('button', 'End Pomodoro');
  await surface.waitGone('button', 'End Pomodoro');
  await browser.setClock(nine + 22 * 60 * MINUTE - Date.now());
  await browser.stopWorker();
  await surface.reload();
  await surface.waitFor('button', 'Start timer');
  await expect.poll(async () => (await exported(surface)).running).toBeNull();
  const [worked, evening] = (await exported(surface)).entries;
  expect(Math.abs((worked?.end ?? 0) - (worked?.start ?? 0) - 25 * MINUTE)).toBeLessThan(5_000);
  expect(evening?.end).toBe(nine + 9 * 60 * MINUTE);
});
