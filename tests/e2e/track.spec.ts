import { exported } from '../proofs/extension-page.ts';
import { expect, test } from './browser-test.ts';
import { PopupPage } from './pages/popup.ts';

test('first use: the field has the focus, Enter starts, and the empty state has said how', async ({ popup }) => {
  const { surface } = popup;
  await expect.poll(() => surface.focused()).toEqual({ role: 'textbox', name: 'What are you working on?' });
  const text = await surface.pageText();
  expect(text).toContain('Nothing tracked yet');
  expect(text).toContain('Removing the extension deletes its data');
  await surface.type('Write the first line');
  await surface.press('Enter');
  await surface.waitFor('timer', 'Elapsed time');
  expect(await surface.attribute('timer', 'Elapsed time', 'aria-live')).toBe('off');
  expect((await exported(surface)).running).toMatchObject({ description: 'Write the first line', projectId: null });
});

test('the clock counts exact seconds, and totals include what runs', async ({ popup }) => {
  await popup.startTimer('Count');
  await popup.changeStart('-90m');
  await expect.poll(() => popup.elapsedSeconds()).toBeGreaterThanOrEqual(90 * 60);
  const { running } = await exported(popup.surface);
  for (let i = 0; i < 3; i++) {
    const shown = await popup.elapsedSeconds();
    const real = (Date.now() - (running?.start ?? 0)) / 1000;
    expect(Math.abs(shown - real)).toBeLessThan(1.5);
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
  const { today, week } = await popup.totals();
  expect([today, week].some((total) => /^1:3\d$/.test(total))).toBe(true);
});

test('a project is created by typing its name, and chosen by it the next time', async ({ popup }) => {
  await popup.startTimer('One', { project: 'Patient portal' });
  await popup.stopTimer();
  await popup.startTimer('Two', { project: 'Patient portal' });
  const { running, entries, projects } = await exported(popup.surface);
  expect(projects).toHaveLength(1);
  expect([running?.projectId, entries[0]?.projectId]).toEqual([projects[0]?.id, projects[0]?.id]);
});

test('task and tags are folded away until wanted, and made by typing', async ({ popup }) => {
  const { surface } = popup;
  expect(await surface.count('combobox', 'Task')).toBe(0);
  await surface.fill('textbox', 'What are you working on?', 'Sort');
  await popup.chooseProject('Archive');
  await surface.click('button', 'Task and tags');
  await surface.fill('combobox', 'Task', 'Boxes');
  await surface.click('option', 'Create task “Boxes”');
  await surface.fill('combobox', 'Tags', 'attic');
  await surface.press('Enter');
  await surface.waitFor('button', 'Remove tag attic');
  await surface.click('button', 'Start timer');
  await surface.waitFor('timer', 'Elapsed time');
  const { running } = await exported(surface);
  expect(running?.taskId).not.toBeNull();
  expect(running?.tagIds).toHaveLength(1);
});

test('continuing an entry while another runs stops that one at the same instant', async ({ popup }) => {
  await popup.startTimer('First', { project: 'P' });
  await popup.stopTimer();
  await popup.startTimer('Second');
  await popup.continueEntry('First');
  await popup.surface.waitFor('button', /^Edit Second, /);
  const { running, entries, projects } = await exported(popup.surface);
  expect(running).toMatchObject({ description: 'First', projectId: projects[0]?.id });
  expect(entries.find(({ description }) => description === 'Second')?.end).toBe(running?.start);
});

test('the running entry is changed in place; a start in the future is refused', async ({ popup }) => {
  const { surface } = popup;
  await popup.startTimer('Draft');
  await surface.fill('textbox', 'What are you working on?', 'Final');
  await surface.press('Enter');
  await popup.chooseProject('Writing');
  await surface.click('button', 'Billable');
  await expect
    .poll(async () => (await exported(surface)).running)
    .toMatchObject({ description: 'Final', billable: true });
  const before = (await exported(surface)).running?.start ?? 0;
  await popup.changeStart('+10m');
  expect(await surface.pageText()).toContain('The start is in the future');
  expect((await exported(surface)).running?.start).toBe(before);
  await surface.fill('textbox', 'Start', '-15m');
  await surface.click('button', 'Save');
  await surface.waitGone('textbox', 'Start');
  const after = (await exported(surface)).running?.start ?? 0;
  expect(Math.abs(Date.now() - after - 15 * 60_000)).toBeLessThan(20_000);
});

test('an overlap is named and never blocks: trim the other, or keep both', async ({ popup }) => {
  const { surface } = popup;
  await popup.startTimer('Earlier work');
  await popup.changeStart('-30m');
  await surface.waitGone('textbox', 'Start');
  await popup.stopTimer();
  await popup.startTimer('Later work');
  await popup.openStartEditor();
  await surface.fill('textbox', 'Start', '-10m');
  await surface.waitFor('button', 'Shorten “Earlier work”');
  expect(await surface.pageText()).toMatch(/Overlaps “Earlier work” by (9|10) min/);
  await surface.click('button', 'Shorten “Earlier work”');
  await surface.click('button', 'Save');
  await surface.waitGone('textbox', 'Start');
  const { entries, running } = await exported(surface);
  expect(entries[0]?.end).toBe(running?.start);
});

test('discarding has an undo that brings the timer back', async ({ popup }) => {
  await popup.startTimer('Oops');
  const before = (await exported(popup.surface)).running;
  await popup.discardTimer();
  await popup.surface.waitFor('button', 'Start timer');
  expect((await exported(popup.surface)).running).toBeNull();
  await popup.undo();
  await popup.surface.waitFor('timer', 'Elapsed time');
  expect((await exported(popup.surface)).running).toEqual(before);
});

test('an entry is edited in its own view, deleted, and brought back', async ({ popup }) => {
  const { surface } = popup;
  await popup.startTimer('Typo');
  await popup.changeStart('-50m');
  await surface.waitGone('textbox', 'Start');
  await popup.stopTimer();
  await popup.openEdit('Typo');
  await surface.fill('textbox', 'Description', 'No typo');
  await surface.fill('textbox', 'Duration', '1h30');
  await surface.click('button', 'Save');
  await surface.waitFor('button', /^Edit No typo, no project, 1:30/i);
  const [entry] = (await exported(surface)).entries;
  expect((entry?.end ?? 0) - (entry?.start ?? 0)).toBe(90 * 60_000);
  await popup.openEdit('No typo');
  await surface.fill('textbox', 'Description', 'Half done');
  await surface.press('Escape');
  await surface.click('button', 'Keep editing');
  await surface.click('button', 'Delete');
  await expect.poll(() => surface.pageText()).toContain('Deleted No typo');
  await surface.waitGone('button', /^Edit No typo/);
  await popup.undo();
  await surface.waitFor('button', /^Edit No typo/);
  expect((await exported(surface)).entries).toEqual([entry]);
});

test('typing offers earlier work; choosing it fills project, tags and billable', async ({ popup }) => {
  const { surface } = popup;
  await popup.startTimer('Weekly report', { project: 'Reporting', billable: true });
  await popup.stopTimer();
  await surface.fill('textbox', 'What are you working on?', 'repo');
  await surface.click('option', /Weekly report/);
  await surface.click('button', 'Start timer');
  await surface.waitFor('timer', 'Elapsed time');
  const { running, projects } = await exported(surface);
  expect(running).toMatchObject({ description: 'Weekly report', projectId: projects[0]?.id, billable: true });
});

test('everything above without a mouse', async ({ popup }) => {
  const { surface } = popup;
  await surface.type('Keys only @Des');
  await surface.waitFor('option', 'Create project “Des”');
  await surface.press('Enter');
  await surface.press('Control+Enter');
  await surface.waitFor('timer', 'Elapsed time');
  await surface.press('Control+Enter');
  await surface.waitFor('button', 'Start timer');
  await surface.focus('textbox', 'What are you working on?');
  await surface.press('ArrowDown');
  expect((await surface.focused()).name).toMatch(/^Edit Keys only, Des/);
  await surface.press('c');
  await surface.waitFor('timer', 'Elapsed time');
  await surface.press('Control+Enter').catch(() => undefined);
  const { projects, entries } = await exported(surface);
  expect(projects).toMatchObject([{ name: 'Des' }]);
  expect(entries.length).toBeGreaterThan(0);
});

test('two windows show the same', async ({ browserUnderTest, popup }) => {
  const other = await PopupPage.openIn(browserUnderTest);
  await popup.startTimer('Seen twice');
  await other.surface.show();
  await other.surface.waitFor('timer', 'Elapsed time');
  await other.stopTimer();
  await popup.surface.show();
  await popup.surface.waitFor('button', 'Continue Seen twice');
});
