import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exported, sendDone, work } from '../proofs/extension-page.ts';
import { killWhileImporting, manyDays } from '../proofs/import-kills.ts';
import { faultsAfter } from '../proofs/whole.ts';
import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';
import { ChromiumUnderTest } from './drivers/chromium.ts';
import { DataPage } from './pages/data.ts';
import { PickedFolder } from './pages/picked-folder.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../fixtures/imports', name), 'utf8');

test('a file of another tracker is looked at, imported by one button, and taken back without later work', async ({
  browserUnderTest,
}) => {
  const page = await DataPage.openIn(browserUnderTest);
  const { surface } = page;
  await page.choose('Import CSV', 'toggl.csv', `${fixture('toggl-detailed.csv')}cut,off`);
  await surface.waitFor('button', 'Import 3 entries');
  expect(await surface.pageText()).toContain('3 entries, 1 new project, 1 row could not be read');
  expect((await exported(surface)).entries).toEqual([]);
  await surface.click('button', 'Show the row');
  expect(await surface.pageText()).toContain('The line is not whole');
  await surface.click('button', 'Import 3 entries');
  await surface.waitFor('button', 'Undo');
  const { entries, projects } = await exported(surface);
  expect([entries.length, projects.map(({ name }) => name)]).toEqual([3, ['Patient portal']]);
  expect(await faultsAfter(surface)).toEqual([]);

  await page.choose('Import CSV', 'toggl.csv', fixture('toggl-detailed.csv'));
  await expect.poll(() => surface.pageText()).toContain('0 entries, 3 already here (skipped)');
  await surface.click('button', 'Cancel');
  await sendDone(surface, { type: 'timer.start', work: work('Later', 'Patient portal') });
  await sendDone(surface, { type: 'timer.stop' });
  await surface.click('button', 'Take back the import of toggl.csv');
  await expect
    .poll(async () => (await exported(surface)).entries.map(({ description }) => description))
    .toEqual(['Later']);
  expect((await exported(surface)).projects).toHaveLength(1);
  expect(await faultsAfter(surface)).toEqual([]);
});

test('an import cancelled while it is written leaves nothing, and the same button brings it in', async ({
  browserUnderTest,
}) => {
  const page = await DataPage.openIn(browserUnderTest);
  const { surface } = page;
  await sendDone(surface, { type: 'timer.start', work: work('Before') });
  await sendDone(surface, { type: 'timer.stop' });
  const entries = async (): Promise<number> => (await exported(surface)).entries.length;
  await page.choose('Import CSV', 'many.csv', manyDays(1, 1000, 4));
  await surface.waitFor('button', 'Import 4,000 entries', 60_000);
  await Promise.all([page.cancelUnderway('Importing'), surface.click('button', 'Import 4,000 entries')]);
  expect(await surface.count('button', 'Undo')).toBe(0);
  expect(await entries()).toBe(1);
  expect(await faultsAfter(surface)).toEqual([]);
  await surface.click('button', 'Import 4,000 entries');
  await surface.waitFor('button', 'Undo', 60_000);
  expect(await entries()).toBe(4001);
});

test('by keyboard: a date order that the file leaves open is asked for; a file that is none gets a sentence', {
  tag: '@chromium',
}, async ({ browserUnderTest }) => {
  const page = await DataPage.openIn(browserUnderTest);
  const { surface } = page;
  await surface.setReducedMotion(true);
  await page.choose('Import CSV', 'page.csv', '<!doctype html><title>Sign in</title>');
  await expect.poll(() => surface.pageText()).toContain('This is a web page, not a table. Nothing was changed.');
  await expectClean(surface, 'a file that was refused');
  await page.choose('Import CSV', 'clockify.csv', fixture('clockify-open.csv'));
  const order = /^Dates in this file, such as 03\/04\/2024/;
  await surface.waitFor('combobox', order);
  expect(await surface.attribute('button', 'Import 0 entries', 'disabled')).not.toBeNull();
  await surface.focus('combobox', order);
  await surface.press('ArrowDown');
  await surface.waitFor('button', 'Import 2 entries');
  await expectClean(surface, 'an import looked at');
  await surface.focus('button', 'Import 2 entries');
  await surface.press('Enter');
  await surface.waitFor('button', 'Undo');
  await surface.focus('button', 'Erase all data…');
  await surface.press('Enter');
  await surface.waitFor('textbox', 'Type erase to confirm');
  await expectClean(surface, 'imported, and about to erase');
  expect((await exported(surface)).entries.map(({ start }) => new Date(start).getDate())).toEqual([3, 5]);
});

test('every entry leaves as a file named by what it holds', { tag: '@chromium' }, async ({ browserUnderTest }) => {
  const page = await DataPage.openIn(browserUnderTest);
  const { surface } = page;
  await sendDone(surface, { type: 'timer.start', work: work('=1+1', 'Patient portal') });
  await sendDone(surface, { type: 'timer.stop' });
  await surface.click('button', 'CSV');
  const csv = await page.saved('timetracker_all.csv');
  expect(csv).toContain(`'=1+1,,Patient portal`);
  await surface.click('button', 'JSON');
  expect(JSON.parse(await page.saved('timetracker_all.json')).entries).toMatchObject([{ description: '=1+1' }]);
});

test('a backup, later work, the backup restored, and back to the snapshot taken before', async ({
  browserUnderTest,
}) => {
  const page = await DataPage.openIn(browserUnderTest);
  const { surface } = page;
  await sendDone(surface, { type: 'timer.start', work: work('Kept', 'Patient portal') });
  await sendDone(surface, { type: 'timer.stop' });
  await surface.click('button', 'Download backup');
  await surface.waitFor('button', 'Download backup');
  // Firefox lets no page keep a folder
  expect(await surface.count('button', 'Choose folder…')).toBe(browserUnderTest.kind === 'firefox' ? 0 : 1);
  const day = await surface.evaluate(() => Temporal.Now.plainDateISO().toString());
  const backup = await page.saved(`timetracker_backup_${day}.json`);
  await sendDone(surface, { type: 'timer.start', work: work('Later') });
  await sendDone(surface, { type: 'timer.stop' });
  const described = async (): Promise<string[]> =>
    (await exported(surface)).entries.map(({ description }) => description).sort();

  await page.choose('Choose file…', 'damaged.json', backup.replace('Kept', 'Left'));
  await expect.poll(() => surface.pageText()).toContain('This file is damaged or cut off. Nothing was changed.');
  await page.choose('Choose file…', 'newer.json', '{"format":"timetracker","schema":99,"version":"2.1","entries":[]}');
  await expect
    .poll(() => surface.pageText())
    .toContain('This backup is from a newer version (2.1). Update TimeTracker first.');
  expect(await described()).toEqual(['Kept', 'Later']);

  await page.choose('Choose file…', 'backup.json', backup);
  await surface.click('button', 'Restore');
  await expect.poll(described).toEqual(['Kept']);
  expect(await faultsAfter(surface)).toEqual([]);
  await surface.click('button', /^Restore the snapshot of /);
  await surface.click('button', 'Restore');
  await expect.poll(described).toEqual(['Kept', 'Later']);
  expect(await faultsAfter(surface)).toEqual([]);
});

test('a snapshot is kept each day and before an update of the data, listed, and restored in two clicks', {
  tag: '@chromium',
}, async ({ browserUnderTest }) => {
  if (!(browserUnderTest instanceof ChromiumUnderTest)) throw new Error('not Chromium');
  const page = await DataPage.openIn(browserUnderTest);
  const { surface } = page;
  const track = async (description: string): Promise<void> => {
    await sendDone(surface, { type: 'timer.start', work: work(description) });
    await sendDone(surface, { type: 'timer.stop' });
  };
  const listed = async (count: number): Promise<void> => {
    await expect.poll(() => page.snapshotsWritten()).toBe(count);
    await surface.reload();
    await expect.poll(() => surface.count('button', /^Restore the snapshot of /)).toBe(count);
  };
  await track('Kept');
  await browserUnderTest.inWorker(`chrome.alarms.onAlarm.dispatch({ name: 'snapshot', scheduledTime: Date.now() })`);
  await listed(1);
  expect(await surface.pageText()).toContain('Daily.');

  await track('Of the older version');
  await page.setSchema(1);
  await browserUnderTest.inWorker(
    `chrome.runtime.onInstalled.dispatch({ reason: 'update', previousVersion: '0.0.1' })`,
  );
  await listed(2);
  expect(await surface.pageText()).toContain('Before an update of the data.');

  await track('Later');
  const described = async () => (await exported(surface)).entries.map(({ description }) => description).sort();
  await surface.click('button', /^Restore the snapshot of /);
  await surface.click('button', 'Restore');
  await expect.poll(described).toEqual(['Kept', 'Of the older version']);
  expect(await faultsAfter(surface)).toEqual([]);
});

test('backups go to a picked folder: at once, each day and after a restart’s question, and restore from there', {
  tag: '@chromium',
}, async ({ browserUnderTest }) => {
  const page = await DataPage.openIn(browserUnderTest);
  const { surface } = page;
  await sendDone(surface, { type: 'timer.start', work: work('Kept', 'Patient portal') });
  await sendDone(surface, { type: 'timer.stop' });
  const folder = new PickedFolder(surface);
  await folder.pick();
  await folder.put('mine.txt');
  await surface.click('button', 'Choose folder…');
  await surface.waitFor('button', 'Write now');
  await expect.poll(() => surface.pageText()).toMatch(/1 entry written to “picked” as timetracker_folder-backup_/);
  expect(await surface.pageText()).toContain('Last backup: today.');
  const [, today] = await folder.names();
  const old = [1, 2, 3, 4, 5, 6, 7].map((n) => String(today).replace(/\d{4}-\d\d-\d\d/, `2026-01-0${n}`));
  await folder.put(...old);

  await folder.forgetPermission();
  await surface.click('button', 'Allow and write now');
  await expect.poll(() => folder.names()).toEqual(['mine.txt', ...old.slice(1), today]);
  const backup = await folder.text(String(today));
  await folder.remove(String(today));
  await folder.age();
  await surface.reload();
  await expect.poll(() => folder.names()).toContain(today);

  await sendDone(surface, { type: 'timer.start', work: work('Later') });
  await sendDone(surface, { type: 'timer.stop' });
  await page.choose('Choose file…', String(today), backup);
  await surface.click('button', 'Restore');
  const described = async () => (await exported(surface)).entries.map(({ description }) => description);
  await expect.poll(described).toEqual(['Kept']);

  await folder.fillDisk(true);
  await surface.click('button', 'Write now');
  await expect.poll(() => surface.pageText()).toContain('The disk with “picked” is full. Nothing was written');
  expect((await folder.text(String(today))).length).toBeGreaterThan(0);
  await folder.fillDisk(false);
  await folder.remove();
  await surface.click('button', 'Write now');
  await expect.poll(() => surface.pageText()).toContain('“picked” is not where it was');
  expect(await described()).toEqual(['Kept']);
  await sendDone(surface, { type: 'data.erase' });
  await surface.reload();
  await surface.waitFor('button', 'Choose folder…');
});

test('everything is erased only when the word is typed, and nothing of it comes back', async ({ browserUnderTest }) => {
  const page = await DataPage.openIn(browserUnderTest);
  const { surface } = page;
  await sendDone(surface, { type: 'timer.start', work: work('Secret', 'Patient portal') });
  await sendDone(surface, { type: 'timer.stop' });
  await surface.click('button', 'Erase all data…');
  expect(await surface.attribute('button', 'Erase all data', 'disabled')).not.toBeNull();
  await surface.fill('textbox', 'Type erase to confirm', 'erase');
  await surface.click('button', 'Erase all data');
  await expect.poll(() => surface.pageText()).toContain('Everything was erased.');
  await browserUnderTest.restart();
  const after = await DataPage.openIn(browserUnderTest);
  const { entries, projects } = await exported(after.surface);
  expect([entries, projects]).toEqual([[], []]);
  expect(await faultsAfter(after.surface)).toEqual([]);
});

test('an import is cut off by killing the browser: all of it is there, or nothing', { tag: '@chromium' }, async ({
  browserUnderTest,
}) => {
  test.setTimeout(90_000);
  const { before, after, faults } = await killWhileImporting(browserUnderTest, 2, 800);
  expect(faults).toEqual([]);
  expect(before + after).toBe(2);
});
