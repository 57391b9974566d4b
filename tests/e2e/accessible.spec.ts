import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';

test.describe('axe finds nothing', () => {
  test('in the popup, empty, running, with lists open and in every view', async ({ popup }) => {
    const { surface } = popup;
    await surface.setReducedMotion(true);
    await expectClean(surface, 'first use');
    await popup.startTimer('Read the report', { project: 'Reading' });
    await expectClean(surface, 'running, nothing tracked yet');
    await popup.openStartEditor();
    await expectClean(surface, 'start editor');
    await surface.press('Escape');
    await popup.stopTimer();
    await expectClean(surface, 'stopped, with undo');
    await surface.fill('textbox', 'What are you working on?', 'Rea');
    await surface.waitFor('option', /Read the report/);
    await expectClean(surface, 'suggestions');
    await surface.fill('textbox', 'What are you working on?', '');
    await surface.click('button', 'Task and tags');
    await surface.fill('combobox', 'Project', 'Re');
    await surface.waitFor('option', /Reading/);
    await expectClean(surface, 'project list');
    await surface.press('Escape');
    await popup.openEdit('Read the report');
    await surface.click('button', 'Split entry');
    await expectClean(surface, 'edit entry, splitting');
    await surface.press('Escape');
    await surface.press('Escape');
    await surface.click('button', 'Add entry');
    await surface.fill('textbox', 'Start', 'soon');
    await surface.press('Enter');
    await expectClean(surface, 'add entry, with a time that is none');
    await surface.press('Escape');
    await surface.click('button', 'Discard');
    await surface.click('button', 'Select entries');
    await surface.click('checkbox', /^Select Read the report/);
    await surface.click('button', 'Change');
    await expectClean(surface, 'many entries');
    await surface.press('Escape');
    await surface.waitFor('button', 'Change');
    await surface.press('Escape');
    await popup.continueEntry('Read the report');
    await surface.click('button', 'Favourites');
    await surface.click('button', 'Pin Read the report');
    await surface.waitFor('button', 'Unpin Read the report');
    await surface.click('button', 'Pause timer');
    await surface.waitFor('button', 'Resume timer');
    await expectClean(surface, 'a break, with favourites');
  });
});

test('the toolbar icon shows time and project, never the description', { tag: '@chromium' }, async ({ popup }) => {
  await popup.startTimer('A secret description', { project: 'Patient portal' });
  await popup.changeStart('-67m');
  await popup.surface.waitGone('textbox', 'Start');
  const shown = (): Promise<{ text: string; title: string }> =>
    popup.surface.evaluate(async () => {
      const { action } = (
        globalThis as unknown as { chrome: { action: Record<string, (of: object) => Promise<string>> } }
      ).chrome;
      return { text: (await action['getBadgeText']?.({})) ?? '', title: (await action['getTitle']?.({})) ?? '' };
    });
  await expect.poll(shown).toEqual({ text: '1:07', title: 'TimeTracker, 1:07, Patient portal' });
  await popup.stopTimer();
  await expect.poll(shown).toEqual({ text: '', title: 'TimeTracker' });
});

test('the shortcut stops what runs, and starts the last work again', async ({ popup, browserUnderTest }) => {
  await popup.startTimer('Shortcut');
  await browserUnderTest.pressShortcut('toggle-timer');
  await popup.surface.waitFor('button', 'Continue Shortcut');
  await browserUnderTest.pressShortcut('toggle-timer');
  await popup.surface.waitFor('timer', 'Elapsed time');
});
