import { exported } from '../proofs/extension-page.ts';
import { expect, test } from './browser-test.ts';
import { ChromiumUnderTest } from './drivers/chromium.ts';

/** The browser's own listeners are told what it would tell them: these ways in cannot be clicked without a window. */
test('from a page, from the address bar and by key a timer starts, and stops', { tag: '@chromium' }, async ({
  popup,
  browserUnderTest: browser,
}) => {
  if (!(browser instanceof ChromiumUnderTest)) throw new Error('not Chromium');
  const { surface } = popup;
  const running = async () => (await exported(surface)).running?.description ?? null;
  await popup.startTimer('Water the plants', { project: 'Garden' });
  await popup.stopTimer();

  await browser.inWorker(
    `chrome.contextMenus.onClicked.dispatch({ menuItemId: 'start-selection', selectionText: '  A  marked line ' }, {})`,
  );
  await expect.poll(running).toBe('A marked line');
  await browser.inWorker(`chrome.contextMenus.onClicked.dispatch({ menuItemId: 'start-title' }, { title: 'A page' })`);
  await expect.poll(running).toBe('A page');
  await browser.inWorker(`chrome.contextMenus.onClicked.dispatch({ menuItemId: 'stop' }, {})`);
  await expect.poll(running).toBeNull();

  await browser.inWorker(`chrome.omnibox.onInputEntered.dispatch('water the plants', 'currentTab')`);
  await expect.poll(running).toBe('Water the plants');
  expect((await exported(surface)).running?.projectId).not.toBeNull();
  await browser.inWorker(`chrome.omnibox.onInputEntered.dispatch('STOP', 'currentTab')`);
  await expect.poll(running).toBeNull();

  await browser.inWorker(`chrome.commands.onCommand.dispatch('continue-last')`);
  await expect.poll(running).toBe('Water the plants');
});
