import { exported, exportedText, sendDone, work } from '../proofs/extension-page.ts';
import { expectClean } from './axe.ts';
import { expect, test } from './browser-test.ts';
import type { BrowserUnderTest } from './drivers/browser.ts';
import type { Surface } from './drivers/surface.ts';

const HOUR = 3_600_000;

async function openProjects(browser: BrowserUnderTest): Promise<Surface> {
  const surface = await browser.newSurface();
  await surface.setViewport({ width: 1100, height: 900 });
  await surface.goto('options.html#projects');
  await surface.waitFor('button', 'New project');
  return surface;
}

async function track(surface: Surface, project: string, hours: number): Promise<void> {
  const now = Date.now();
  await sendDone(surface, { type: 'timer.start', work: { ...work('Plan', project), billable: true } });
  await sendDone(surface, { type: 'timer.update', start: now - hours * HOUR });
  await sendDone(surface, { type: 'timer.stop', end: now });
}

const rowOf = async (surface: Surface, name: string): Promise<string> =>
  surface.evaluate((wanted: string) => {
    const rows = [...document.querySelectorAll('.things tbody tr')].map((row) =>
      [...row.children].map((cell) => (cell.textContent ?? '').trim()).join(' | '),
    );
    return rows.find((text) => text.startsWith(wanted)) ?? '';
  }, name);

test('a person makes a client and a project, sets a rate from a day on, and merges; Undo brings all back', async ({
  browserUnderTest,
}) => {
  const surface = await openProjects(browserUnderTest);
  await track(surface, 'Admin', 2);
  await surface.click('button', 'New project');
  await surface.fill('textbox', 'Name', 'Patient portal');
  await surface.fill('combobox', 'Client', 'Osei Clinic');
  await surface.click('option', 'Create client “Osei Clinic”');
  await surface.fill('textbox', 'Code', 'PP');
  await surface.click('button', 'Add project');
  await surface.waitFor('button', 'More for Patient portal');
  await track(surface, 'Patient portal', 1);

  await surface.click('button', 'More for Patient portal');
  await surface.click('menuitem', 'Edit');
  await surface.fill('textbox', 'Hourly rate', '125');
  await surface.click('radio', 'Also entries since');
  await surface.click('button', 'Save');
  await surface.waitFor('button', 'Undo');
  const portal = (): Promise<string> => rowOf(surface, 'Patient portal');
  await expect.poll(portal).toMatch(/^Patient portal \| Osei Clinic \| \D*125\.00\D* \| 1:00/);
  expect((await exported(surface)).entries.map(({ rate }) => rate?.amount ?? null)).toEqual([null, 12_500]);

  const before = await exportedText(surface);
  await surface.click('button', 'More for Admin');
  await surface.click('menuitem', 'Merge…');
  await surface.fill('combobox', 'Into', 'Pat');
  await surface.press('Enter');
  const effect = 'Its 1 entry goes to Patient portal. Admin itself is gone; Undo brings all back.';
  await expect.poll(() => surface.pageText()).toContain(effect);
  await surface.click('button', 'Merge');
  await surface.waitGone('button', 'More for Admin');
  await expect.poll(portal).toContain('3:00');
  await surface.click('button', 'Undo');
  await surface.waitFor('button', 'More for Admin');
  expect(await exportedText(surface)).toBe(before);
});

test('deleting says first what becomes of the entries, and Undo brings all back', { tag: '@chromium' }, async ({
  browserUnderTest,
}) => {
  const surface = await openProjects(browserUnderTest);
  await track(surface, 'Admin', 2);
  await surface.waitFor('button', 'More for Admin');
  const before = await exportedText(surface);
  await surface.click('button', 'More for Admin');
  await surface.click('menuitem', 'Delete');
  await expect.poll(() => surface.pageText()).toContain('Delete Admin? Its 1 entry stays and becomes No project.');
  await surface.click('button', 'Delete');
  await surface.waitGone('button', 'More for Admin');
  const { entries } = await exported(surface);
  expect(entries.map(({ projectId }) => projectId === null)).toEqual([true]);
  await surface.click('button', 'Undo');
  await surface.waitFor('button', 'More for Admin');
  expect(await exportedText(surface)).toBe(before);
});

test('settings hold on every page at once: theme before the first paint, durations, the form’s project, the icon', async ({
  browserUnderTest,
  popup,
}) => {
  const options = await openProjects(browserUnderTest);
  await track(popup.surface, 'Patient portal', 1.5);
  const theme = (surface: Surface): Promise<string | null> =>
    surface.evaluate(() => document.documentElement.dataset['theme'] ?? null);
  await options.click('radio', 'Dark');
  await expect.poll(() => options.pageText()).toContain('Saved');
  await expect.poll(() => theme(popup.surface)).toBe('dark');
  await options.evaluate(() => {
    const choose = (id: string, value: string): void => {
      const select = document.getElementById(id) as HTMLSelectElement;
      select.value = value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    };
    choose('duration-format', 'decimal');
    choose('locale', 'de-DE');
  });
  await expect.poll(async () => (await popup.totals()).today).toBe('1,50');
  await options.fill('combobox', 'Default project', 'Pat');
  await options.click('option', 'Patient portal');
  await expect.poll(() => popup.surface.value('combobox', 'Project')).toBe('Patient portal');

  // Before any of the extension's own code has run, as the very first paint is.
  await popup.surface.evaluate(() => {
    const { appearance } = localStorage;
    if (appearance !== 'dark') throw new Error('the next page would begin light');
  });
  const firstLine = await popup.surface.evaluate(async () => {
    type Api = { action: { getPopup(details: object): Promise<string> } };
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    const html = await (await fetch(await (scope.browser ?? scope.chrome).action.getPopup({}))).text();
    return html.slice(0, html.indexOf('<head'));
  });
  expect(firstLine).toContain('data-theme="dark"');
  await options.click('radio', 'System');
  await expect.poll(() => theme(popup.surface)).toBeNull();
});

test('projects, clients and tags by keyboard alone', { tag: '@chromium' }, async ({ browserUnderTest }) => {
  const surface = await openProjects(browserUnderTest);
  await track(surface, 'A project with a name that is eighty characters long, which nobody would choose', 1);
  await track(surface, 'Beta', 2);
  await surface.waitFor('button', 'More for Beta');
  await expectClean(surface, 'projects');
  await surface.focus('button', 'New project');
  await surface.press('Enter');
  await surface.waitFor('textbox', 'Name');
  expect(await surface.focused()).toEqual({ role: 'textbox', name: 'Name' });
  await expectClean(surface, 'new project');
  await surface.press('Escape');
  expect(await surface.focused()).toEqual({ role: 'button', name: 'New project' });
  await surface.focus('button', 'More for Beta');
  await surface.press('ArrowDown');
  expect(await surface.focused()).toEqual({ role: 'menuitem', name: 'Edit' });
  await surface.press('End');
  expect(await surface.focused()).toEqual({ role: 'menuitem', name: 'Delete' });
  await surface.press('Escape');
  expect(await surface.focused()).toEqual({ role: 'button', name: 'More for Beta' });
  await surface.press('Enter');
  await surface.press('ArrowDown');
  await surface.press('Enter');
  await surface.fill('textbox', 'New task', 'Mail');
  await surface.press('Enter');
  await surface.waitFor('button', 'More for Mail');
  await surface.press('Escape');
  await surface.click('button', 'Tracked');
  const first = (): Promise<string> =>
    surface.evaluate(() => document.querySelector('.things tbody th')?.textContent ?? '');
  expect(await first()).toContain('Beta');
  await surface.fill('searchbox', 'Search', 'eighty');
  await surface.waitGone('button', 'More for Beta');
});
