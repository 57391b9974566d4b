import ICAL from 'ical.js';
import readWorkbook from 'read-excel-file/node';
import type { WorkInput } from '../../lib/messaging/commands.ts';
import { exported, send, sendDone } from '../proofs/extension-page.ts';
import { faultsAfter } from '../proofs/whole.ts';
import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';
import type { BrowserUnderTest } from './drivers/browser.ts';
import { ChromiumSurface } from './drivers/chromium-surface.ts';
import type { Surface } from './drivers/surface.ts';
import { ReportPage } from './pages/report.ts';
import { catchFiles, savedFile } from './pages/saved-files.ts';

const BERLIN = 'Europe/Berlin';
const WEEK = 'reports?range=week&day=2026-03-09';

const work = (description: string, project: string, client: string, tags: readonly string[] = []): WorkInput => ({
  description,
  project: { create: project },
  client: { create: client },
  task: null,
  tags: tags.map((create) => ({ create })),
  billable: true,
});

/** A week of two clients, with an entry over midnight and one with two tags; an hour is worth 120 euros. */
async function trackedWeek(browser: BrowserUnderTest): Promise<Surface> {
  const report = await ReportPage.openIn(browser, BERLIN);
  const { surface } = report;
  const changes = { weekStartsOn: 1, defaultRate: { amount: 12_000, currency: 'EUR' } } as const;
  await sendDone(surface, { type: 'settings.update', changes });
  const add = (from: string, to: string, what: WorkInput) =>
    sendDone(surface, { type: 'entry.add', work: what, start: report.instant(from), end: report.instant(to) });
  await add('2026-03-09T09:00', '2026-03-09T11:00', work('Plan the sprint', 'Alpha', 'North', ['plan', 'team']));
  await add('2026-03-10T09:00', '2026-03-10T12:00', work('Build the queue', 'Beta', 'South', ['team']));
  await add('2026-03-12T23:00', '2026-03-13T01:00', work('Release', 'Alpha', 'North'));
  await report.show(WEEK);
  await surface.waitFor('button', 'Alpha entries');
  return surface;
}

const address = (surface: Surface): Promise<string> => surface.evaluate(() => decodeURIComponent(location.hash));
const figure = (surface: Surface, name: string): Promise<string> =>
  surface.evaluate((wanted) => {
    const term = [...document.querySelectorAll('.kpi dt')].find((one) => one.textContent === wanted);
    return term?.nextElementSibling?.querySelector('span')?.textContent ?? '';
  }, name);

test('a report of a week adds up, and what is chosen in it narrows the rest', async ({ open }) => {
  const surface = await trackedWeek(await open({ timeZone: BERLIN }));
  expect([await figure(surface, 'Total'), await figure(surface, 'Billable')]).toEqual(['7:00', '7:00']);
  expect(await figure(surface, 'Amount')).toContain('840');
  // paper is read in later years too
  expect(await surface.evaluate(() => document.querySelector('.print-head h1')?.textContent)).toContain('2026');

  await test.step('a group opens to its entries, and an entry to its form', async () => {
    await surface.click('button', 'Alpha entries');
    await surface.click('button', 'Release entries');
    await surface.click('button', /^Edit Release, Alpha, /);
    await surface.waitFor('heading', 'Edit entry');
    await surface.press('Escape');
    await surface.waitGone('heading', 'Edit entry');
  });

  await test.step('a row chosen filters everything, and the address keeps it', async () => {
    await surface.click('button', 'Alpha');
    await surface.waitGone('button', 'Beta entries');
    await expect.poll(() => figure(surface, 'Total')).toBe('4:00');
    await surface.reload();
    await surface.waitFor('button', 'Clear filters');
    expect(await surface.value('combobox', 'Project')).toBe('Alpha');
    expect(await address(surface)).toContain('project=');
    await surface.click('button', 'Clear filters');
    await surface.waitFor('button', 'Beta entries');
  });

  await test.step('filters are chosen from lists, several in one', async () => {
    await surface.click('combobox', 'Tag');
    await surface.click('option', 'plan');
    await expect.poll(() => figure(surface, 'Total')).toBe('2:00');
    await surface.click('option', 'team');
    await expect.poll(() => figure(surface, 'Total')).toBe('5:00');
    await surface.press('Escape');
    await surface.fill('textbox', 'Description', 'nothing like it');
    await expect.poll(() => surface.pageText()).toContain('No entries match these filters.');
    await surface.click('button', 'Clear filters');
    await surface.waitFor('button', 'Beta entries');
  });

  await test.step('by tag the entry that stands twice is named', async () => {
    await surface.goto(`report.html#${WEEK}&group=tag`);
    await surface.waitFor('button', 'team entries');
    expect(await surface.pageText()).toContain('The rows come to 9:00, 2:00 more than the total');
  });

  await test.step('weeks follow each other; an empty one leads to the latest entries', async () => {
    await surface.click('button', 'Previous week');
    await expect.poll(() => surface.pageText()).toContain('No entries from');
    await surface.click('button', 'Go to the latest entries');
    await surface.waitFor('button', 'team entries');
    await surface.click('radio', 'Month');
    await expect.poll(() => address(surface)).toContain('range=month');
    await expect.poll(() => figure(surface, 'Total')).toBe('7:00');
  });

  await test.step('the bars are a table too, and stay one', async () => {
    await surface.click('button', 'Show as table');
    await surface.waitFor('columnheader', 'Total');
    await surface.reload();
    await surface.waitFor('columnheader', 'Total');
  });

  await test.step('what runs is named with its time, and counted with one click', async () => {
    await surface.goto('report.html#reports?range=all');
    await expect.poll(() => figure(surface, 'Total')).toBe('7:00');
    await sendDone(surface, { type: 'timer.start', work: work('Still at it', 'Beta', 'South') });
    await sendDone(surface, { type: 'timer.update', start: Date.now() - 67 * 60_000 });
    await expect.poll(() => surface.pageText()).toMatch(/1:07:\d\d is still running .* With it the total is 8:07\./);
    await surface.click('button', 'Stop and count it');
    await expect.poll(() => figure(surface, 'Total')).toBe('8:07');
    expect(await surface.pageText()).toContain('Stopped Still at it, 1:07.');
    await surface.waitGone('button', 'Stop and count it');
  });
  expect(await faultsAfter(surface)).toEqual([]);
});

test('what was invoiced is locked until it is unlocked on purpose; a report is kept by its name', {
  tag: '@chromium',
}, async ({ open }) => {
  const surface = await trackedWeek(await open({ timeZone: BERLIN }));
  await surface.click('combobox', 'Client');
  await surface.click('option', 'North');
  await surface.press('Escape');
  await surface.waitGone('button', 'Beta entries');
  await surface.click('button', 'Invoice…');
  await surface.fill('textbox', 'Invoice number', '2026-014');
  await surface.click('button', 'Mark 2 entries as invoiced');
  await expect.poll(() => surface.pageText()).toContain('Marked 2 entries as invoiced, 2026-014. They are locked.');
  const [first] = (await exported(surface)).entries;
  const deletion = { type: 'entry.delete', entry: { day: '2026-03-09', id: first?.id ?? '' } } as const;
  expect(await send(surface, deletion)).toEqual({ refused: 'entryLocked' });
  await surface.click('button', 'Alpha entries');
  await surface.click('button', 'Release entries');
  await expect.poll(() => surface.pageText()).toContain('Invoice 2026-014');

  await test.step('what is on no invoice is a filter', async () => {
    await surface.click('button', 'Clear filters');
    await surface.click('combobox', 'Billing');
    await surface.click('option', 'Not invoiced');
    await expect.poll(() => figure(surface, 'Total')).toBe('3:00');
    await surface.press('Escape');
    await surface.click('button', 'Saved reports');
    await surface.fill('textbox', 'Name', 'To be invoiced');
    await surface.click('button', 'Save this report');
    await expect.poll(() => surface.pageText()).toContain('Saved the report To be invoiced.');
    await surface.click('button', 'Clear filters');
    await expect.poll(() => figure(surface, 'Total')).toBe('7:00');
    await surface.click('button', 'Saved reports');
    await surface.click('link', 'To be invoiced');
    await expect.poll(() => figure(surface, 'Total')).toBe('3:00');
    await surface.click('button', 'Clear filters');
  });

  await test.step('a report that names what was deleted since says so, and lets it go', async () => {
    const [gone] = (await exported(surface)).projects;
    await surface.goto(`report.html#${WEEK}&project=${gone?.id}&client=0192f0c1-1111-7000-8000-000000000001`);
    await expect
      .poll(() => surface.pageText())
      .toContain('These filters name what is not there any more: 1 deleted client.');
    expect(await surface.value('combobox', 'Client')).toBe('1 deleted client');
    await surface.click('button', 'Remove from the filters');
    await surface.waitGone('button', 'Remove from the filters');
    await surface.waitFor('button', `${gone?.name} entries`);
    expect(await figure(surface, 'Total')).not.toBe('7:00');
    await surface.click('button', 'Clear filters');
  });

  await surface.waitFor('button', 'Alpha entries');
  await surface.click('button', 'Invoice…');
  await surface.click('button', 'Take off the invoice');
  await expect.poll(() => surface.pageText()).toContain('Took 2 entries off the invoice.');
  expect((await send(surface, deletion)) as object).toMatchObject({ done: true });
  expect(await faultsAfter(surface)).toEqual([]);
});

/** What a client is sent has a head and the numbers, and nothing to press. */
async function onPaper(surface: Surface): Promise<void> {
  if (!(surface instanceof ChromiumSurface)) throw new Error('Only Chromium prints for a test');
  const { page } = surface;
  await surface.click('button', 'Alpha entries');
  await surface.waitFor('button', 'Release entries');
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: 'print' });
  const text = await surface.pageText();
  for (const said of ['For North', '2026', 'Printed on', 'Total', 'Release', '4:00']) expect(text).toContain(said);
  for (const control of ['Export', 'Invoice', 'Print\n', 'Group by', 'Open all', 'Reports']) {
    expect(text).not.toContain(control);
  }
  // the page's own stylesheet comes after those it shares with others, and overrules them
  const size = await page
    .locator('.below tbody th')
    .first()
    .evaluate((cell) => getComputedStyle(cell).fontSize);
  expect(size).toBe('11px');
  await page.emulateMedia({ media: null });
  await surface.click('button', 'Alpha entries');
}

test('what a report shows opens in other programs: paper, a spreadsheet and a calendar', { tag: '@chromium' }, async ({
  open,
}) => {
  const surface = await trackedWeek(await open({ timeZone: BERLIN }));
  await surface.click('combobox', 'Client');
  await surface.click('option', 'North');
  await surface.press('Escape');
  await surface.waitGone('button', 'Beta entries');
  await onPaper(surface);
  await catchFiles(surface);
  const save = async (format: string, ending: string): Promise<Buffer> => {
    await surface.click('button', 'More ways to export');
    await surface.click('menuitem', format);
    return savedFile(surface, `timetracker_2026-03-09_2026-03-15_client-north.${ending}`);
  };
  const kept = ['Plan the sprint', 'Release'];
  const local = ['2026-03-09T09:00:00', '2026-03-09T11:00:00', '2026-03-12T23:00:00', '2026-03-13T01:00:00'];

  const [sheet] = await readWorkbook(await save('XLSX', 'xlsx'));
  const [head = [], ...rows] = sheet?.data ?? [];
  const column = (name: string): unknown[] => rows.map((row) => row[head.indexOf(name)]);
  const times = rows.flatMap((_, i) => [column('Start')[i], column('End')[i]] as Date[]);
  expect([column('Description'), column('Client'), column('Hours'), column('Amount')]).toEqual([
    kept,
    ['North', 'North'],
    [2, 2],
    [240, 240],
  ]);
  // a cell shows the time of day where the entry was tracked
  expect(times.map((time) => new Date(Math.round(time.getTime() / 1000) * 1000).toISOString().slice(0, 19))).toEqual(
    local,
  );

  const calendar = new ICAL.Component(ICAL.parse((await save('iCalendar', 'ics')).toString('utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  expect(events.map(({ summary }) => summary)).toEqual(kept);
  expect(events.flatMap(({ startDate, endDate }) => [startDate.toUnixTime(), endDate.toUnixTime()])).toEqual(
    local.map((time) => Temporal.ZonedDateTime.from(`${time}[${BERLIN}]`).epochMilliseconds / 1000),
  );
});

test('entries of all time are found by their description as it is typed, and open to be changed', {
  tag: '@chromium',
}, async ({ open }) => {
  const surface = await trackedWeek(await open({ timeZone: BERLIN }));
  await surface.click('link', 'Search entries');
  await surface.fill('searchbox', 'Search descriptions', 'QUEUE build');
  await surface.click('button', /^Edit Build the queue, Beta, /);
  await surface.fill('textbox', 'Description', 'Build the letterbox');
  await surface.click('button', 'Save');
  await expect.poll(() => surface.pageText()).toContain('No entry says');
  await surface.fill('searchbox', 'Search descriptions', 'letterbox');
  await surface.waitFor('button', /^Edit Build the letterbox, /);
  expect(await faultsAfter(surface)).toEqual([]);
});

/** The next control by Tab whose name fits, within a walk of the page. */
async function tabTo(surface: Surface, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    await surface.press('Tab');
    if (name.test((await surface.focused()).name)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

test.describe('by keyboard, and for every eye', { tag: '@chromium' }, () => {
  test('a report is chosen, filtered and opened without a pointer; axe finds nothing', async ({ open }) => {
    const surface = await trackedWeek(await open({ timeZone: BERLIN }));
    await expectClean(surface, 'week');
    await tabTo(surface, /^Week$/);
    await surface.press('ArrowRight');
    await expect.poll(() => address(surface)).toContain('range=month');
    await tabTo(surface, /^Client$/);
    await surface.press('ArrowDown');
    await surface.type('north');
    await surface.press('Enter');
    await expect.poll(() => figure(surface, 'Total')).toBe('4:00');
    await expectClean(surface, 'list open');
    await surface.press('Escape');
    await tabTo(surface, /^Alpha entries$/);
    await surface.press('Enter');
    await surface.waitFor('button', 'Release entries');
    await surface.click('button', 'Invoice…');
    await surface.waitFor('textbox', 'Invoice number');
    await expectClean(surface, 'invoice');
    await surface.press('Escape');
    await surface.goto('report.html#reports?range=year&day=2026-03-09&group=tag&rank=tag&round=15up');
    await surface.waitFor('button', 'team entries');
    await expectClean(surface, 'year by tag');
    await surface.click('button', 'Show as table');
    await expectClean(surface, 'as tables');
    await surface.setViewport({ width: 360, height: 800 });
    const wider = await surface.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });
});
