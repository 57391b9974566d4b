import { exported, exportedText, send, sendDone, work } from '../proofs/extension-page.ts';
import { expect, test } from './browser-test.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Whole minutes in the past, all on one day whatever the time is now. */
const noon = Math.floor((Date.now() - 48 * HOUR) / (24 * HOUR)) * 24 * HOUR + 12 * HOUR;

test('an entry is added by hand as people write times, and what it overlaps is shown before it is saved', async ({
  popup,
}) => {
  const { surface } = popup;
  await surface.click('button', 'Add entry');
  await surface.fill('textbox', 'Description', 'First');
  await surface.fill('textbox', 'Start', 'yesterday 9-11:30');
  await surface.press('Enter');
  await surface.waitFor('button', /^Edit First, No project, 2:30$/);
  await surface.click('button', 'Add entry');
  await surface.fill('textbox', 'Description', 'Second');
  await surface.fill('textbox', 'Duration', '1h30');
  await surface.fill('textbox', 'Start', '11 yesterday');
  // at once, before anything was shown: it is not saved yet
  await surface.press('Enter');
  await surface.click('button', 'Shorten “First”');
  await surface.click('button', 'Add entry');
  await surface.waitFor('button', /^Edit Second, No project, 1:30$/);
  const { entries } = await exported(surface);
  expect(entries.map(({ description, start, end }) => [description, (end - start) / MINUTE])).toEqual([
    ['First', 120],
    ['Second', 90],
  ]);
  expect(entries[0]?.end).toBe(entries[1]?.start);
});

test('a break ends the entry, the day shows it, and resuming goes on with the same work', async ({ popup }) => {
  const { surface } = popup;
  await popup.startTimer('Review', { project: 'Handbook' });
  await popup.changeStart('-90m');
  await surface.click('button', 'Pause timer');
  await surface.waitFor('button', 'Resume timer');
  await popup.openEdit('Review');
  await surface.fill('textbox', 'End', '-30m');
  await surface.click('button', 'Save');
  await surface.click('button', 'Resume timer');
  await surface.waitFor('timer', 'Elapsed time');
  await expect.poll(() => surface.pageText()).toMatch(/Break 0:(29|30)/);
  const { running, entries } = await exported(surface);
  expect(running).toMatchObject({ description: 'Review', projectId: entries[0]?.projectId, resumes: entries[0]?.id });
});

test('pinned work starts with one click; what was done is undone and redone by keys, also after a restart', async ({
  popup,
  browserUnderTest,
}) => {
  const { surface } = popup;
  await popup.startTimer('Stand-up', { project: 'Team', billable: true });
  await surface.click('button', 'Favourites');
  await surface.click('button', 'Pin Stand-up');
  await surface.waitFor('button', 'Unpin Stand-up');
  await surface.click('button', 'Discard timer');
  await surface.click('button', 'Start Stand-up');
  await surface.waitFor('timer', 'Elapsed time');
  const { running, projects } = await exported(surface);
  expect(running).toMatchObject({ description: 'Stand-up', billable: true, projectId: projects[0]?.id });
  const before = await exportedText(surface);
  await popup.stopTimer();
  const after = await exportedText(surface);
  await browserUnderTest.stopWorker();
  await surface.focus('button', 'Favourites');
  await surface.press('Control+z');
  await surface.waitFor('button', 'Stop timer');
  expect(await exportedText(surface)).toBe(before);
  await surface.focus('button', 'Favourites');
  await surface.press('Control+Shift+Z');
  await surface.waitFor('button', 'Start timer');
  expect(await exportedText(surface)).toBe(after);
  await surface.click('button', 'Undo last change');
  await surface.waitFor('button', 'Stop timer');
});

test('a stretch of entries is selected with Shift, by keys and by pressing', async ({ popup }) => {
  const { surface } = popup;
  const at = (index: number) => noon - index * HOUR;
  for (const [index, name] of ['One', 'Two', 'Three', 'Four', 'Five'].entries()) {
    await sendDone(surface, { type: 'entry.add', work: work(name), start: at(index), end: at(index) + 60 * MINUTE });
  }
  await surface.click('button', 'Select entries');
  const chosen = () =>
    surface.evaluate(() =>
      [...document.querySelectorAll('.pick:not(.whole) :checked')]
        .map((box) => box.getAttribute('aria-label')?.match(/(One|Two|Three|Four|Five),/)?.[1])
        .join(),
    );
  await expect.poll(() => surface.focused()).toMatchObject({ role: 'checkbox' });
  await surface.focus('checkbox', /^Select Two,/);
  await expect.poll(() => surface.focused()).toMatchObject({ name: expect.stringMatching(/^Select Two,/) });
  for (const key of ['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp'])
    await surface.press(key);
  expect(await chosen()).toBe('Two,Three,Four');
  for (const key of ['ArrowDown', 'Space', 'Space']) await surface.press(key);
  expect(await chosen()).toBe('Two,Three,Four');
  await surface.focus('checkbox', /^Select Three,/);
  await surface.press('Space');
  await surface.focus('checkbox', /^Select Five,/);
  await surface.press('Shift+Space');
  expect(await chosen()).toBe('Two,Three,Four,Five');
  await surface.evaluate(() => {
    const label = document.querySelector('[aria-label^="Select One,"]')?.closest('label');
    label?.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true, cancelable: true }));
  });
  await expect.poll(chosen).toBe('One,Two,Three,Four,Five');
  expect(await surface.pageText()).toContain('5 selected');
});

test('an entry is split, both halves get a project at once, are merged again and duplicated', async ({ popup }) => {
  const { surface } = popup;
  await sendDone(surface, { type: 'entry.add', work: work('Long'), start: noon, end: noon + HOUR });
  await surface.click('button', /^Edit Long/);
  await surface.click('button', 'Split entry');
  await expect.poll(() => surface.focused()).toMatchObject({ role: 'textbox' });
  await surface.press('Enter');
  await surface.waitFor('button', /^Edit Long, No project, 0:30$/);
  expect((await exported(surface)).entries.map(({ start, end }) => end - start)).toEqual([HOUR / 2, HOUR / 2]);
  await surface.click('button', 'Select entries');
  await surface.click('checkbox', /^Select all of /);
  await surface.click('button', 'Change');
  await surface.fill('combobox', 'Project', 'Handbook');
  await surface.click('option', 'Create project “Handbook”');
  await surface.click('button', 'Change 2 entries');
  await surface.click('button', /^Edit Long, Handbook/);
  await surface.click('button', 'Merge with previous');
  await surface.waitFor('button', /^Edit Long, Handbook, 1:00$/);
  await surface.click('button', /^Edit Long/);
  await surface.click('button', 'Duplicate entry');
  await expect.poll(() => surface.pageText()).toContain('Duplicated Long');
  await surface.fill('textbox', 'Description', 'Copy');
  await surface.click('button', 'Save');
  await surface.waitFor('button', /^Edit Copy/);
  expect((await exported(surface)).entries.map(({ description }) => description).sort()).toEqual(['Copy', 'Long']);
  expect(await send(surface, { type: 'redo' })).toEqual({ refused: 'nothingToRedo' });
});
