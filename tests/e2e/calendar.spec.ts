import { exported, sendDone } from '../proofs/extension-page.ts';
import { faultsAfter } from '../proofs/whole.ts';
import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';
import { ChromiumSurface } from './drivers/chromium-surface.ts';
import { ReportPage } from './pages/report.ts';

const BERLIN = 'Europe/Berlin';
const MINUTE = 60_000;

/** What is stored of an entry, as two instants. */
async function spanOf({ surface }: ReportPage, description: string): Promise<(number | undefined)[]> {
  const entry = (await exported(surface)).entries.find((one) => one.description === description);
  return [entry?.start, entry?.end];
}

test('entries are moved and resized with the keyboard, and the day summer time ends has 25 hours', async ({ open }) => {
  const report = await ReportPage.openIn(await open({ timeZone: BERLIN }), BERLIN);
  const { surface } = report;
  const begin = report.instant('2026-10-25T00:00');
  const [standUp, review] = [/^Edit Stand-up, Checkout API, /, /^Edit Review, Patient portal, /];
  await report.add('2026-10-25T09:00', '2026-10-25T09:30', 'Stand-up', 'Checkout API');
  await report.add('2026-10-25T11:00', '2026-10-25T12:00', 'Review', 'Patient portal');
  await report.show('calendar?day=2026-10-25');
  await surface.waitFor('button', standUp);

  await test.step('the axis is an hour longer than on other days', async () => {
    const place = () =>
      surface.evaluate(() => ({
        hours: document.querySelectorAll('[data-day] > .hr').length,
        top: document.querySelector<HTMLElement>('[data-entry]')?.parentElement?.style.insetBlockStart,
      }));
    expect(await place()).toEqual({ hours: 25, top: '900px' }); // ten hours of 90 px after midnight
  });

  await test.step('arrow keys move, with Shift the end; a row of them is one step to undo', async () => {
    await surface.focus('button', standUp);
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await surface.press(key);
    const moved = [begin + 10.25 * 60 * MINUTE, begin + 10.75 * 60 * MINUTE];
    await expect.poll(() => spanOf(report, 'Stand-up')).toEqual(moved);
    await expect.poll(async () => (await surface.focused()).name).toMatch(standUp);
    await surface.press('Shift+ArrowUp');
    await expect.poll(() => spanOf(report, 'Stand-up')).toEqual([moved[0], (moved[1] ?? 0) - 5 * MINUTE]);
    await surface.press('Control+z');
    await expect.poll(() => spanOf(report, 'Stand-up')).toEqual(moved);
    await surface.press('ArrowDown');
    await surface.press('Control+z'); // before it was saved
    await surface.press('Control+z');
    await expect.poll(() => spanOf(report, 'Stand-up')).toEqual([begin + 10 * 60 * MINUTE, begin + 10.5 * 60 * MINUTE]);
    await surface.press('Control+y');
    await expect.poll(() => spanOf(report, 'Stand-up')).toEqual(moved);
    await expect.poll(() => surface.pageText()).toContain('Redone.');
  });

  await test.step('a gap becomes an entry, and the form is the equal of every drag', async () => {
    await surface.click('button', /^Add entry from 9:45.AM to 11:00.AM, 1:15$|^Add entry from 09:45 to 11:00, 1:15$/);
    await surface.waitFor('heading', 'Add entry');
    await surface.fill('textbox', 'Description', 'Filled');
    await surface.press('Enter');
    await expect.poll(() => spanOf(report, 'Filled')).toEqual([begin + 10.75 * 60 * MINUTE, begin + 12 * 60 * MINUTE]);
    await surface.click('button', review);
    await surface.waitFor('heading', 'Edit entry');
    await surface.press('Escape');
    await surface.waitGone('heading', 'Edit entry');
    expect((await surface.focused()).name).toMatch(review);
  });

  await test.step('P and N go from day to day, the week shows them side by side', async () => {
    await surface.press('n');
    await surface.waitFor('heading', /26/);
    await surface.click('button', 'Previous day');
    await surface.waitFor('button', review);
    await surface.click('radio', 'Week');
    await surface.waitFor('button', 'Previous week');
    expect(await surface.count('list', 'Entries and gaps')).toBe(7);
    await surface.waitFor('button', review);
  });
  expect(await faultsAfter(surface)).toEqual([]);
});

test('entries are dragged, pulled longer, and drawn over empty time; axe finds nothing', { tag: '@chromium' }, async ({
  open,
}) => {
  const report = await ReportPage.openIn(await open({ timeZone: BERLIN }), BERLIN);
  const { surface } = report;
  if (!(surface instanceof ChromiumSurface)) throw new Error('not Chromium');
  await report.add('2026-11-17T09:00', '2026-11-17T10:00', 'Design', 'Checkout API');
  await report.show('calendar?day=2026-11-17&show=week');
  const design = /^Edit Design, Checkout API, /;
  await surface.waitFor('button', design);
  const { mouse } = surface.page;
  const box = async () => {
    // Where it was and where it is going stand side by side until the journal has been read again.
    await expect.poll(() => surface.count('button', design)).toBe(1);
    const found = await surface.page.getByRole('button', { name: design }).boundingBox();
    if (!found) throw new Error('no block');
    return { x: found.x + found.width / 2, top: found.y, bottom: found.y + found.height, width: found.width };
  };
  const drag = async (x: number, y: number, toX: number, toY: number) => {
    await mouse.move(x, y);
    await mouse.down();
    await mouse.move(toX, toY, { steps: 6 });
    await mouse.up();
  };

  const from = await box();
  const columnWidth = await surface.page
    .locator('[data-day]')
    .first()
    .evaluate((column) => column.clientWidth + 1);
  await drag(from.x, from.top + 30, from.x + columnWidth, from.top + 30 + 90); // an hour down, a day on
  await expect
    .poll(() => spanOf(report, 'Design'))
    .toEqual([report.instant('2026-11-18T10:00'), report.instant('2026-11-18T11:00')]);
  await surface.waitFor('button', 'Undo');

  const moved = await box();
  await drag(moved.x, moved.bottom - 3, moved.x, moved.bottom - 3 + 45);
  await expect
    .poll(() => spanOf(report, 'Design'))
    .toEqual([report.instant('2026-11-18T10:00'), report.instant('2026-11-18T11:30')]);

  await mouse.move(moved.x, moved.top + 10);
  await mouse.down();
  await mouse.move(moved.x, moved.top + 100, { steps: 4 });
  await surface.press('Escape');
  await mouse.up();
  expect((await spanOf(report, 'Design'))[0]).toBe(report.instant('2026-11-18T10:00'));
  expect(await surface.count('heading', 'Edit entry')).toBe(0);

  await drag(moved.x, moved.bottom + 90, moved.x, moved.bottom + 150);
  await surface.waitFor('heading', 'Add entry');
  await surface.fill('textbox', 'Description', 'Drawn');
  await surface.press('Enter');
  await surface.waitFor('button', /^Edit Drawn, /);
  await expectClean(surface, 'calendar, week');
  await surface.click('button', /^Edit Drawn, /);
  await surface.waitFor('heading', 'Edit entry');
  await expectClean(surface, 'an entry over the calendar');
  await surface.press('Escape');
  await report.show('calendar?day=2026-11-18');
  await surface.waitFor('heading', /untracked$/);
  await expectClean(surface, 'calendar, day');
  await report.show('timesheet?day=2026-11-18');
  await surface.waitFor('textbox', /^Checkout API, /);
  await expectClean(surface, 'timesheet');
  const [start = 0, end = 0] = await spanOf(report, 'Drawn');
  expect([(end - start) % (5 * MINUTE), start % (5 * MINUTE)]).toEqual([0, 0]);
  expect(end - start).toBeGreaterThanOrEqual(40 * MINUTE);
});

test('the running timer grows to now, and a break shows until work goes on', async ({ open }) => {
  const report = await ReportPage.openIn(await open({ timeZone: BERLIN }), BERLIN);
  const { surface } = report;
  await report.start('Login', 'Patient portal');
  await report.show('calendar');
  const running = /^Edit Login, Patient portal, .* to now, running, 0:00$/;
  await surface.waitFor('button', running);
  await surface.click('button', running);
  await surface.waitFor('heading', 'Edit timer');
  await surface.fill('textbox', 'Description', 'Login page');
  await surface.press('Enter');
  await surface.waitFor('button', /^Edit Login page, /);
  await sendDone(surface, { type: 'timer.pause' });
  await surface.waitGone('button', /running/);
  await surface.waitFor('button', /^Edit Login page, /);
  expect((await exported(surface)).entries).toHaveLength(1);
});
