import { exported } from '../proofs/extension-page.ts';
import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';

declare const browser: { readonly permissions: object };

test('settings of the timer save at once, and what cannot be read is said and not saved', async ({
  browserUnderTest,
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
  await expectClean(surface, 'timer and idle');
});

test('a notification is asked for in the click that wants it; a refusal leaves it off and says so', async ({
  browserUnderTest,
}) => {
  const surface = await browserUnderTest.newSurface();
  await surface.goto('options.html#timer');
  const chosen = async () => (await exported(surface)).settings;
  const back = 'Notify me about the question when I come back';
  await surface.waitFor('switch', back);
  /** The browser's own question cannot be driven: this answers it, and notes whether it came from a click. */
  const answer = (allowed: boolean) =>
    surface.evaluate((given: boolean) => {
      const asked: unknown[] = [];
      const request = async (permissions: unknown) => {
        asked.push([permissions, navigator.userActivation.isActive]);
        return given;
      };
      Object.defineProperty(browser, 'permissions', { value: { ...browser.permissions, request }, configurable: true });
      Object.assign(globalThis, { asked });
    }, allowed);
  const asked = () => surface.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked);
  const isOn = (name: string) =>
    surface.evaluate((label: string) => {
      const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent === label);
      return found?.control instanceof HTMLInputElement && found.control.checked;
    }, name);
  const once = [[{ permissions: ['notifications'] }, true]];
  const refusal = 'The browser did not allow notifications.';

  await answer(false);
  await surface.click('switch', back);
  await expect.poll(() => surface.pageText()).toContain(refusal);
  expect(await asked()).toEqual(once);
  expect((await chosen()).notifications).toEqual([]);
  expect(await isOn(back)).toBe(false);
  await surface.click('switch', 'Remind me when no timer is running');
  await expect.poll(asked).toEqual([...once, ...once]);
  expect(await chosen()).toMatchObject({ notifications: [], remindAfter: null });
  expect(await isOn('Remind me when no timer is running')).toBe(false);

  await answer(true);
  await surface.click('switch', back);
  await expect.poll(async () => (await chosen()).notifications).toEqual(['away']);
  expect(await asked()).toEqual(once);
  expect(await surface.pageText()).not.toContain(refusal);
  await surface.click('switch', back);
  await expect.poll(async () => (await chosen()).notifications).toEqual([]);
  expect(await asked(), 'to switch it off nobody is asked').toEqual(once);
});
