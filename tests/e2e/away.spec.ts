import { exported } from '../proofs/extension-page.ts';
import { expect, test } from './browser-test.ts';
import type { BrowserUnderTest } from './drivers/browser.ts';
import { ChromiumUnderTest } from './drivers/chromium.ts';
import { PopupPage } from './pages/popup.ts';

/** The browser says of the person what it would say after its own timer; see tests/unit/domain/away.test.ts for the rules. */
const say = (browser: BrowserUnderTest, state: 'active' | 'idle' | 'locked') =>
  inWorker(browser, `chrome.idle.onStateChanged.dispatch('${state}')`);

async function inWorker(browser: BrowserUnderTest, source: string): Promise<void> {
  if (!(browser instanceof ChromiumUnderTest)) throw new Error('only the worker of Chromium can be told');
  await browser.inWorker(source);
}

test.describe('somebody leaves the computer', { tag: '@chromium' }, () => {
  test('the question about it waits through a stop of the worker, moving the mouse and a restart', async ({
    browserUnderTest,
    popup,
  }) => {
    const { surface } = popup;
    await popup.startTimer('Read');
    await popup.changeStart('-90m');
    await surface.waitGone('textbox', 'Start');
    await say(browserUnderTest, 'idle');
    await browserUnderTest.stopWorker();
    await say(browserUnderTest, 'active');
    await surface.waitFor('alertdialog', 'You were away 10 min');
    expect(await surface.pageText()).toContain('Nothing was typed or moved at this computer.');
    await browserUnderTest.restart();
    const again = await PopupPage.openIn(browserUnderTest);
    await again.surface.waitFor('alertdialog', 'You were away 10 min');
    await again.surface.click('button', 'Discard');
    await again.surface.waitFor('timer', 'Elapsed time');
    const { running, entries } = await exported(again.surface);
    const [before] = entries;
    expect(Math.round(((running?.start ?? 0) - (before?.end ?? 0)) / 60_000)).toBe(10);
  });

  test('a question outlives the stop of its timer, and is then answered about the stopped entry', async ({
    browserUnderTest,
    popup,
  }) => {
    const { surface } = popup;
    await popup.startTimer('Read');
    await popup.changeStart('-90m');
    await surface.waitGone('textbox', 'Start');
    await say(browserUnderTest, 'idle');
    await say(browserUnderTest, 'active');
    await surface.waitFor('alertdialog', 'You were away 10 min');
    await inWorker(browserUnderTest, `chrome.commands.onCommand.dispatch('toggle-timer')`);
    await expect.poll(async () => (await exported(surface)).running).toBeNull();
    await surface.click('button', 'Discard');
    await surface.waitFor('button', 'Start timer');
    // The work before, and the moment between the return and the stop.
    const minutes = (await exported(surface)).entries.map(({ start, end }) => Math.round((end - start) / 60_000));
    expect(minutes).toEqual([80, 0]);
  });

  test('a short lock is not asked about', async ({ browserUnderTest, popup }) => {
    await popup.startTimer('Read');
    await popup.changeStart('-90m');
    await popup.surface.waitGone('textbox', 'Start');
    await say(browserUnderTest, 'locked');
    await say(browserUnderTest, 'active');
    await popup.stopTimer();
    expect((await exported(popup.surface)).entries).toHaveLength(1);
    expect(await popup.surface.count('alertdialog', /away/)).toBe(0);
  });
});
