import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sendDone, storeLocally, work } from '../proofs/extension-page.ts';
import { expect, test } from './browser-test.ts';
import { ChromiumUnderTest } from './drivers/chromium.ts';
import type { Surface } from './drivers/surface.ts';
import { PopupPage } from './pages/popup.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly target: unknown; readonly failureSummary?: string }[];
}

/** Rules that a page breaks, with where; empty when it is clean. */
async function violations(surface: Surface): Promise<string[]> {
  const found = await surface.evaluate(async (source: string) => {
    // Run by the debugger, past the page's own policy, which allows no such thing.
    // biome-ignore lint/security/noGlobalEval: the only way to bring a library into a page that allows none
    if (!('axe' in globalThis)) (0, eval)(source);
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
    // The names of buttons are settled in the design and say more than their text ("Edit …", "Continue …").
    return (await axe.run({ rules: { 'label-content-name-mismatch': { enabled: false } } })).violations;
  }, axeSource);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => String(node.target)).join(', ')}`);
}

async function expectClean(surface: Surface, state: string): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await surface.setColorScheme(scheme);
    expect(await violations(surface), `${state}, ${scheme}`).toEqual([]);
  }
}

/** The debugger of Firefox cannot step past the page's policy; what axe looks at is the same markup. */
test.describe('axe finds nothing', { tag: '@chromium' }, () => {
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
    await expectClean(surface, 'edit entry');
  });

  test('in the away question', async ({ browserUnderTest, popup }) => {
    const { surface } = popup;
    await popup.startTimer('Long day', { project: 'Days' });
    await popup.changeStart('-20h');
    await surface.waitGone('textbox', 'Start');
    const start = await sendDone(surface, { type: 'timer.update', work: work('Long day') });
    expect(start.done).toBe(true);
    const { alive } = (await surface.evaluate(() =>
      (
        globalThis as unknown as { chrome: { storage: { local: { get(key: string): Promise<object> } } } }
      ).chrome.storage.local.get('alive'),
    )) as { alive: { entryId: string } };
    await browserUnderTest.stopWorker();
    const at = Date.now() - 16 * 3_600_000;
    await storeLocally(surface, { alive: { entryId: alive.entryId, at, latest: at } });
    await browserUnderTest.restart();
    const asked = await PopupPage.openIn(browserUnderTest);
    await asked.surface.waitFor('alertdialog', /You were away/);
    await asked.surface.setReducedMotion(true);
    await expectClean(asked.surface, 'away');
  });
});

test('the real popup of the toolbar icon opens, has the focus in the field, and starts', { tag: '@chromium' }, async ({
  browserUnderTest,
}) => {
  if (!(browserUnderTest instanceof ChromiumUnderTest)) throw new Error('not Chromium');
  const popup = await browserUnderTest.openPopup();
  const focused = (): Promise<unknown> => popup.evaluate('document.activeElement?.id');
  await expect.poll(focused).toBe('description');
  await popup.type('From the toolbar');
  await popup.pressEnter();
  await expect.poll(() => popup.evaluate(`document.querySelector('[role=timer]')?.textContent`)).toMatch(/^0:00:0\d$/);
  await expect.poll(() => popup.evaluate('innerWidth')).toBe(380);
  expect(await popup.evaluate('innerHeight')).toBeLessThanOrEqual(600);
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

test('the shortcut stops what runs, and starts the last work again', { tag: '@chromium' }, async ({
  popup,
  browserUnderTest,
}) => {
  if (!(browserUnderTest instanceof ChromiumUnderTest)) throw new Error('not Chromium');
  await popup.startTimer('Shortcut');
  await browserUnderTest.inWorker(`chrome.commands.onCommand.dispatch('toggle-timer')`);
  await popup.surface.waitFor('button', 'Continue Shortcut');
  await browserUnderTest.inWorker(`chrome.commands.onCommand.dispatch('toggle-timer')`);
  await popup.surface.waitFor('timer', 'Elapsed time');
});
