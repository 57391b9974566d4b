import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtFor, openBrowser } from '../tests/e2e/drivers/open.ts';
import type { Surface } from '../tests/e2e/drivers/surface.ts';
import { PopupPage } from '../tests/e2e/pages/popup.ts';
import { exported, sendDone, storedLocally, storeLocally } from '../tests/proofs/extension-page.ts';
import { photographData } from './data-pictures.ts';
import { photographPrivacy } from './privacy-pictures.ts';
import { photographReports } from './report-pictures.ts';

/** `npm run screenshots`: every state of the popup and the reports, light and dark, into docs/images. Build first. */

const folder = 'docs/images';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Tracked {
  readonly description: string;
  readonly project: string;
  readonly client: string;
  /** Minutes. */
  readonly length: number;
  /** Hours ago that it ended. */
  readonly ago: number;
}

const week: readonly Tracked[] = [
  { description: 'Audit log export', project: 'Patient portal', client: 'Osei Clinic', length: 130, ago: 31 },
  {
    description: 'Review: idempotency keys and the retry queue for refunds',
    project: 'Checkout API',
    client: 'Harbor Supply',
    length: 90,
    ago: 29,
  },
  {
    description: 'Proofread spring issue',
    project: 'Editorial retainer',
    client: 'Larkfield Press',
    length: 85,
    ago: 27,
  },
  {
    description: 'Product grid on small screens',
    project: 'Storefront redesign',
    client: 'Harbor Supply',
    length: 110,
    ago: 25,
  },
  { description: 'Fix login redirect loop', project: 'Patient portal', client: 'Osei Clinic', length: 85, ago: 4 },
  { description: 'Stand-up', project: 'Checkout API', client: 'Harbor Supply', length: 20, ago: 3.4 },
  {
    description: 'Webhook retries with backoff',
    project: 'Checkout API',
    client: 'Harbor Supply',
    length: 75,
    ago: 1.5,
  },
];

async function track(surface: Surface, { description, project, client, length, ago }: Tracked): Promise<void> {
  const end = Math.floor((Date.now() - ago * HOUR) / (5 * MINUTE)) * 5 * MINUTE;
  const work = {
    description,
    project: { create: project },
    client: { create: client },
    task: null,
    tags: [],
    billable: true,
  };
  await sendDone(surface, { type: 'timer.start', work });
  await sendDone(surface, { type: 'timer.update', start: end - length * MINUTE });
  await sendDone(surface, { type: 'timer.stop', end });
}

async function photograph(surface: Surface, name: string, page = 'popup'): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    await surface.setColorScheme(scheme);
    await new Promise((resolve) => setTimeout(resolve, 250));
    await surface.screenshot(join(folder, `${page}-${name}-${scheme}.png`));
  }
  await surface.setColorScheme('light');
}

/** Settings: general, and projects and clients with estimates that are nearly or more than used up. */
async function photographOptions(options: Surface): Promise<void> {
  await options.setViewport({ width: 1100, height: 860 });
  await options.goto('options.html');
  await options.waitFor('button', 'Change in browser');
  await options.setReducedMotion(true);
  await photograph(options, 'general', 'options');
  await options.evaluate(() => document.getElementById('timer')?.scrollIntoView());
  await photograph(options, 'timer', 'options');
  const rates = [12_500, 12_000, 11_000];
  const estimates = [{ ms: 5 * HOUR }, { ms: 3 * HOUR }, { ms: 2 * HOUR }];
  const { projects } = await exported(options);
  for (const [i, { id }] of projects.entries()) {
    const [rate, estimate] = [rates[i], estimates[i]];
    if (!rate || !estimate) continue;
    const changes = { rate: { amount: rate, currency: 'EUR' }, estimate };
    await sendDone(options, { type: 'project.update', id, changes });
  }
  await options.goto('options.html#projects');
  await options.waitFor('button', 'New project');
  await options.evaluate(() => document.getElementById('projects')?.scrollIntoView());
  await photograph(options, 'projects', 'options');
  await options.click('button', /^More for Patient portal/);
  await options.click('menuitem', 'Edit');
  await photograph(options, 'project', 'options');
}

mkdirSync(folder, { recursive: true });
const profileDir = mkdtempSync(join(tmpdir(), 'timetracker-screenshots-'));
const browser = await openBrowser('chromium', {
  extensionDir: builtFor.chromium,
  profileDir,
  timeZone: 'Europe/Berlin',
  args: ['--lang=en-GB'],
});
const popup = await PopupPage.openIn(browser);
const { surface } = popup;
await surface.setReducedMotion(true);
await photograph(surface, 'empty');
for (const entry of week) await track(surface, entry);
await surface.reload();
await popup.ready();
await photograph(surface, 'idle');

await surface.fill('textbox', 'What are you working on?', 'Product grid, tablet breakpoints');
await surface.fill('combobox', 'Project', 're');
await surface.waitFor('option', /Storefront/);
await photograph(surface, 'project');
await surface.press('Escape');
await surface.fill('textbox', 'What are you working on?', 're');
await surface.waitFor('option', /Review/);
await photograph(surface, 'suggestions');
await surface.press('Escape');

await popup.openEdit('Fix login redirect loop');
await surface.fill('textbox', 'Duration', '1:50');
await surface.waitFor('button', /^Shorten/);
await photograph(surface, 'edit');
await surface.press('Escape');
await surface.click('button', 'Discard');

await surface.click('button', 'Add entry');
await surface.fill('textbox', 'Description', 'Call with Ann');
await surface.fill('textbox', 'Duration', '1h30');
await surface.waitFor('button', 'Add entry');
await photograph(surface, 'add');
await surface.press('Escape');
await surface.click('button', 'Discard');
await surface.click('button', 'Select entries');
await surface.click('checkbox', /^Select Fix login/);
await surface.click('checkbox', /^Select Webhook/);
await surface.click('button', 'Change');
await photograph(surface, 'select');
await surface.click('button', 'Cancel');
await surface.click('button', 'Back');

await popup.continueEntry('Fix login redirect loop');
await surface.waitFor('timer', 'Elapsed time');
await popup.changeStart('-67m');
await surface.waitGone('textbox', 'Start');
await surface.reload();
await popup.ready();
await photograph(surface, 'running');
const panel = await browser.newSurface();
await panel.setViewport({ width: 360, height: 760 });
await panel.goto('sidepanel.html');
await panel.waitFor('timer', 'Elapsed time');
await photograph(panel, 'running', 'sidepanel');
await panel.close();
await surface.show();
await popup.openStartEditor();
await surface.waitFor('textbox', 'Start');
await photograph(surface, 'start');

await surface.press('Escape');
await surface.click('button', 'Favourites');
await surface.click('button', 'Pin Fix login redirect loop');
await surface.waitFor('button', 'Unpin Fix login redirect loop');
await photograph(surface, 'favourites');
await surface.click('button', 'Pause timer');
await surface.waitFor('button', 'Resume timer');
await photograph(surface, 'break');
await surface.click('button', 'Resume timer');
await surface.waitFor('timer', 'Elapsed time');
await popup.changeStart('-67m');
await surface.waitGone('textbox', 'Start');

const { running } = await exported(surface);
await browser.stopWorker();
const alive = Date.now() - 23 * MINUTE;
await storeLocally(surface, { alive: { entryId: running?.id, at: alive, latest: alive } });
await surface.reload();
await surface.waitFor('alertdialog', /You were away/);
await storedLocally(surface, ['header']);
await photograph(surface, 'away');
await photographOptions(await browser.newSurface());
await browser.close();
rmSync(profileDir, { recursive: true, force: true });

const reportsDir = mkdtempSync(join(tmpdir(), 'timetracker-screenshots-'));
const fresh = await openBrowser('chromium', {
  extensionDir: builtFor.chromium,
  profileDir: reportsDir,
  timeZone: 'Europe/Berlin',
  args: ['--lang=en-GB'],
});
await photographReports(fresh, folder);
await fresh.close();
rmSync(reportsDir, { recursive: true, force: true });
await photographPrivacy(photograph);

const dataDir = mkdtempSync(join(tmpdir(), 'timetracker-screenshots-'));
const third = await openBrowser('chromium', {
  extensionDir: builtFor.chromium,
  profileDir: dataDir,
  timeZone: 'Europe/Berlin',
  args: ['--lang=en-GB'],
});
await photographData(third, folder);
await third.close();
rmSync(dataDir, { recursive: true, force: true });
console.log(`The pictures are in ${folder}.`);
process.exit(0);
