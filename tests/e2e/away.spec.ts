import { exported, sendDone, storedLocally } from '../proofs/extension-page.ts';
import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';
import type { BrowserUnderTest } from './drivers/browser.ts';
import { PopupPage } from './pages/popup.ts';

/** A timer of 90 minutes, and a question after one minute: that much later both browsers can be told that somebody left. */
async function workAWhile(browser: BrowserUnderTest, popup: PopupPage): Promise<void> {
  await sendDone(popup.surface, { type: 'settings.update', changes: { awayAfter: 1 } });
  // The browser is told at the worker's next start.
  await browser.stopWorker();
  await popup.startTimer('Read');
  await popup.changeStart('-90m');
  await popup.surface.waitGone('textbox', 'Start');
}

test.describe('somebody leaves the computer', () => {
  test('the question about it waits through a stop of the worker, moving the mouse and a restart', async ({
    browserUnderTest,
    popup,
  }) => {
    const { surface } = popup;
    await workAWhile(browserUnderTest, popup);
    await browserUnderTest.sayIdle('idle');
    await expect.poll(async () => (await storedLocally(surface, ['absence']))['absence']).toBeDefined();
    await browserUnderTest.stopWorker();
    await browserUnderTest.sayIdle('active');
    await surface.waitFor('alertdialog', 'You were away 1 min');
    expect(await surface.pageText()).toContain('Nothing was typed or moved at this computer.');
    await browserUnderTest.restart();
    const again = await PopupPage.openIn(browserUnderTest);
    await again.surface.waitFor('alertdialog', 'You were away 1 min');
    await expectClean(again.surface, 'away');
    await again.surface.click('button', 'Discard');
    await again.surface.waitFor('timer', 'Elapsed time');
    const { running, entries } = await exported(again.surface);
    const [before] = entries;
    expect(Math.round(((running?.start ?? 0) - (before?.end ?? 0)) / 60_000)).toBe(1);
  });

  test('a question outlives the stop of its timer, and is then answered about the stopped entry', {
    tag: '@chromium',
  }, async ({ browserUnderTest, popup }) => {
    const { surface } = popup;
    await workAWhile(browserUnderTest, popup);
    await browserUnderTest.sayIdle('idle');
    await browserUnderTest.sayIdle('active');
    await surface.waitFor('alertdialog', 'You were away 1 min');
    await browserUnderTest.pressShortcut('toggle-timer');
    await expect.poll(async () => (await exported(surface)).running).toBeNull();
    await surface.click('button', 'Discard');
    await surface.waitFor('button', 'Start timer');
    // The work before, and the moment between the return and the stop.
    const minutes = (await exported(surface)).entries.map(({ start, end }) => Math.round((end - start) / 60_000));
    expect(minutes).toEqual([89, 0]);
  });

  /** Firefox never tells of a lock. */
  test('a short lock is not asked about', { tag: '@chromium' }, async ({ browserUnderTest, popup }) => {
    await workAWhile(browserUnderTest, popup);
    await browserUnderTest.sayIdle('locked');
    await browserUnderTest.sayIdle('active');
    await popup.stopTimer();
    expect((await exported(popup.surface)).entries).toHaveLength(1);
    expect(await popup.surface.count('alertdialog', /away/)).toBe(0);
  });
});
