import { exported } from '../proofs/extension-page.ts';
import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';

test('settings of the timer save at once, and what cannot be read is said and not saved', async ({
  browserUnderTest,
  kind,
}) => {
  const surface = await browserUnderTest.newSurface();
  await surface.goto('options.html#timer');
  const settings = async () => (await exported(surface)).settings;

  await surface.fill('textbox', 'Away after', '481');
  await surface.press('Enter');
  await expect.poll(() => surface.pageText()).toContain('Use a whole number from 1 to 480.');
  expect((await settings()).awayAfter).toBe(10);
  await surface.fill('textbox', 'Away after', '25');
  await surface.press('Enter');
  await expect.poll(() => surface.pageText()).toContain('Saved');
  expect((await settings()).awayAfter).toBe(25);

  await surface.click('switch', 'Ask when I have been away');
  await expect.poll(async () => (await settings()).awayAfter).toBeNull();
  expect(await surface.count('textbox', 'Away after')).toBe(0);
  await surface.press('Control+z');
  await expect.poll(() => surface.pageText()).toContain('Undone');
  expect((await settings()).awayAfter).toBe(25);

  await surface.fill('textbox', 'Monday from', '8:30');
  await surface.press('Enter');
  await expect.poll(async () => (await settings()).workingHours[0]).toEqual({ start: 510, end: 1020 });
  expect(await surface.pageText()).toContain('During your working hours.');

  await surface.click('button', 'Add goal');
  await surface.fill('textbox', 'All work, a day', '7.5');
  await surface.press('Enter');
  await expect
    .poll(async () => (await settings()).goals)
    .toEqual([{ projectId: null, per: 'day', ms: 7.5 * 3_600_000 }]);
  await surface.click('switch', 'Offer Pomodoro in the popup');
  await surface.waitFor('textbox', 'Work for');
  if (kind === 'chromium') await expectClean(surface, 'timer and idle');
});
