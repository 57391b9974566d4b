import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';

/** The browser's own API, as a page of the extension sees it. */
declare const chrome: { runtime: { getContexts(filter: object): Promise<readonly unknown[]> } };

test('the side panel shows the same as the popup, and today by the clock', async ({
  popup,
  browserUnderTest,
  kind,
}) => {
  await popup.startTimer('Read');
  await popup.changeStart('-30m');
  await popup.surface.waitGone('textbox', 'Start');
  const panel = await browserUnderTest.newSurface();
  await panel.setViewport({ width: 320, height: 800 });
  await panel.goto('sidepanel.html');
  await panel.waitFor('timer', 'Elapsed time');
  await panel.waitFor(kind === 'firefox' ? 'image' : 'img', /0:3\d tracked, no gaps\.$/);
  expect(await panel.count('button', 'Open side panel')).toBe(0);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await expectClean(panel, 'side panel');
  await panel.click('button', 'Stop timer');
  await popup.surface.waitFor('button', 'Start timer');
});

test('the popup opens the side panel', { tag: '@chromium' }, async ({ popup }) => {
  const panels = () =>
    popup.surface.evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length);
  expect(await panels()).toBe(0);
  await popup.surface.click('button', 'Open side panel');
  await expect.poll(panels).toBe(1);
});
