import { exported } from '../proofs/extension-page.ts';
import { faultsAfter } from '../proofs/whole.ts';
import { expect, test } from './browser-test.ts';
import { ReportPage } from './pages/report.ts';

const BERLIN = 'Europe/Berlin';

test('a week is typed into the timesheet with the keyboard alone', async ({ open }) => {
  const report = await ReportPage.openIn(await open({ timeZone: BERLIN }), BERLIN);
  const { surface } = report;
  await report.add('2026-11-16T09:00', '2026-11-16T11:10', 'Audit log', 'Patient portal');
  await report.add('2026-11-19T14:00', '2026-11-19T16:10', 'Login', 'Patient portal');
  await report.add('2026-11-18T23:30', '2026-11-19T00:30', 'Release', 'Checkout API');
  await report.add('2026-11-17T08:00', '2026-11-17T08:20', 'One', 'Checkout API');
  await report.add('2026-11-17T10:00', '2026-11-17T10:25', 'Two', 'Checkout API');
  await report.show('timesheet?day=2026-11-19');
  await surface.waitFor('table', 'Timesheet, hours per project and day');
  expect(await surface.value('textbox', 'Checkout API, Wed 18 November')).toBe('0:30');
  expect(await surface.value('textbox', 'Checkout API, Thu 19 November')).toBe('0:30');

  await test.step('an empty cell adds an entry after the last one of the day, and says where', async () => {
    await surface.focus('textbox', 'Patient portal, Tue 17 November');
    await surface.type('1h 30');
    await surface.press('Enter');
    await expect.poll(() => surface.pageText()).toContain('Added 1:30 to Patient portal, Tue 17, ');
    const added = (await exported(surface)).entries.find(
      ({ origin, description }) => origin === 'manual' && !description,
    );
    expect([added?.start, added?.end]).toEqual([
      report.instant('2026-11-17T10:25'),
      report.instant('2026-11-17T11:55'),
    ]);
    await surface.focus('textbox', 'Checkout API, Mon 16 November');
    await surface.type('9');
    await surface.press('Control+z'); // the field's own
    await surface.press('Escape');
    await expect.poll(() => surface.value('textbox', 'Patient portal, Tue 17 November')).toBe('1:30');
    await surface.press('Control+z');
    await expect.poll(() => surface.value('textbox', 'Patient portal, Tue 17 November')).toBe('');
  });

  await test.step('a cell with one entry changes its end; Tab saves too, Escape takes back', async () => {
    await surface.focus('textbox', 'Patient portal, Mon 16 November');
    await surface.type('nonsense');
    await surface.press('Enter');
    await expect.poll(() => surface.pageText()).toContain('Use 1:30, 1.5 or 90m.');
    await surface.press('Escape');
    await expect.poll(() => surface.value('textbox', 'Patient portal, Mon 16 November')).toBe('2:10');
    await surface.type('1,5');
    await surface.press('Tab');
    expect(await surface.focused()).toEqual({ role: 'textbox', name: 'Patient portal, Tue 17 November' });
    await expect.poll(() => surface.value('textbox', 'Patient portal, Mon 16 November')).toBe('1:30');
    const audit = (await exported(surface)).entries.find(({ description }) => description === 'Audit log');
    expect(audit?.end).toBe(report.instant('2026-11-16T10:30'));
  });

  await test.step('a cell with several opens them', async () => {
    await surface.focus('textbox', 'Checkout API, Tue 17 November');
    await surface.press('Enter');
    await surface.waitFor('button', /^Edit Two, Checkout API, /);
    await surface.click('button', /^Edit Two, Checkout API, /);
    await surface.waitFor('heading', 'Edit entry');
    await surface.press('Escape');
    await surface.waitGone('heading', 'Edit entry');
    expect((await surface.focused()).name).toBe('Checkout API, Tue 17 November');
  });
  expect(await faultsAfter(surface)).toEqual([]);
});

test('rows of last week are taken over, and the running timer’s cell waits until it is stopped', async ({ open }) => {
  const report = await ReportPage.openIn(await open({ timeZone: BERLIN }), BERLIN);
  const { surface } = report;
  const today = Temporal.Now.plainDateISO(BERLIN);
  const lastWeek = today.subtract({ days: 7 }).toString();
  await report.add(`${lastWeek}T09:00`, `${lastWeek}T10:00`, 'Proofs', 'Editorial retainer');
  await report.start('Login', 'Patient portal');
  await report.show('timesheet');
  const running = /^Patient portal, /;
  await surface.waitFor('textbox', running);
  const closed = (await surface.names('textbox')).find((name) => running.test(name) && name.includes(` ${today.day} `));
  expect(await surface.attribute('textbox', closed ?? '', 'readonly')).not.toBeNull();
  expect(await surface.pageText()).toContain('Running. Stop the timer to edit.');
  await surface.click('button', 'Copy last week’s rows');
  await surface.waitFor('textbox', /^Editorial retainer, /);
  await surface.click('button', 'Previous week');
  await expect.poll(() => surface.pageText()).toContain('1:00');
  await surface.click('button', 'Back to this week');
  await surface.click('button', 'Add row');
  await surface.fill('combobox', 'Project', 'Edit');
  await surface.click('option', /Editorial retainer/);
  await surface.click('button', 'Add row');
  await expect.poll(async () => (await surface.focused()).name).toMatch(/^Editorial retainer, /);

  await test.step('a row for a project and a task that are made by their names', async () => {
    await surface.click('button', 'Add row');
    await surface.fill('combobox', 'Project', 'Handbook');
    await surface.click('option', 'Create project “Handbook”');
    await surface.fill('combobox', 'Client', 'Northwind');
    await surface.click('option', 'Create client “Northwind”');
    await surface.fill('combobox', 'Task', 'Outline');
    await surface.click('option', 'Create task “Outline”');
    await surface.click('button', 'Add row');
    await expect.poll(async () => (await surface.focused()).name).toMatch(/^Handbook, Outline, /);
    const { projects, clients, tasks } = await exported(surface);
    const handbook = projects.find(({ name }) => name === 'Handbook');
    expect(handbook?.clientId).toBe(clients.find(({ name }) => name === 'Northwind')?.id);
    expect(tasks).toMatchObject([{ name: 'Outline', projectId: handbook?.id }]);
    await surface.press('Control+z');
    await surface.waitGone('textbox', /^Handbook, Outline, /);
  });
});
