import { join } from 'node:path';
import { Browser } from './browser.ts';
import { measureCommands } from './commands.ts';
import type { PageScope } from './page-scope.ts';
import { measurePopup } from './popup-open.ts';
import { measureChoices, measureReport } from './report-open.ts';
import type { Measured } from './results.ts';
import { assertTakenAsIs, seed, seedFloor } from './seed.ts';
import type { Outcomes } from './series.ts';
import { measureSettings } from './settings-open.ts';
import { ask, type Folders, loadAll, openPlainPage, type Subject } from './subjects.ts';
import { measureTwoWindows } from './two-windows.ts';
import { measureViews } from './views-open.ts';
import { assertNoWorkerAttached, Workers } from './workers.ts';

/** The first start after a million entries came counts them all through. */
const FIRST_ANSWER_WITHIN = 180_000;
const PREPARED_WITHIN = 60_000;

/** Where nothing is stored, pages that list it have nothing to draw. */
const none: Outcomes = new Map();

/** Everything that is measured with so many entries stored, on a profile of its own. */
export async function measureWith(
  entries: number,
  {
    folders,
    scratch,
    samples,
    say,
  }: { folders: Folders; scratch: string; samples: number; say: (text: string) => void },
): Promise<Measured> {
  const profile = join(scratch, `profile ${entries}`);
  say(`${entries} entries: preparing`);
  const seeding = await prepare(profile, folders, entries);
  const begun = performance.now();
  const browser = await Browser.start(profile);
  try {
    const workers = await Workers.watch(browser);
    const subjects = await loadAll(browser, folders);
    const answered = await firstAnswer(browser, subjects);
    const firstMs = answered ? performance.now() - begun : null;
    const of = { browser, workers, subjects };
    say(`${entries} entries: popup, worker stopped`);
    const stopped = await measurePopup(of.browser, of.workers, of.subjects, samples, 'stopped');
    say(`${entries} entries: popup, worker running`);
    const running = await measurePopup(of.browser, of.workers, of.subjects, samples, 'running');
    say(`${entries} entries: calendar and timesheet`);
    const views = await measureViews(of.browser, of.subjects, samples);
    say(`${entries} entries: commands`);
    const commands = await measureCommands(of.browser, of.workers, of.subjects, samples);
    say(`${entries} entries: two windows`);
    const windows = await measureTwoWindows(of.browser, of.subjects, samples);
    say(`${entries} entries: reports`);
    const report = entries === 0 ? none : await measureReport(of.browser, of.subjects, samples);
    const choices = entries === 0 ? none : await measureChoices(of.browser, of.subjects, samples);
    say(`${entries} entries: settings`);
    const settings = entries === 0 ? none : await measureSettings(of.browser, of.subjects, samples);
    await assertNoWorkerAttached(browser);
    const outcomes = new Map([
      ...stopped,
      ...running,
      ...views,
      ...commands,
      ...windows,
      ...report,
      ...choices,
      ...settings,
    ]);
    return { entries, firstAnswer: firstMs, seeding, outcomes };
  } finally {
    await browser.close();
  }
}

/** Writes the data in a browser of its own, which then ends: what is measured starts with them. */
async function prepare(profile: string, folders: Folders, entries: number): Promise<number | null> {
  const browser = await Browser.start(profile);
  try {
    const workers = await Workers.watch(browser);
    const subjects = await loadAll(browser, folders);
    for (const subject of subjects.filter(({ role }) => role !== 'subject')) {
      await seedFloor(await openPlainPage(browser, subject));
    }
    const subject = subjects.find(({ role }) => role === 'subject');
    if (!subject) throw new Error('nothing to measure was loaded');
    const page = await openPlainPage(browser, subject);
    if (entries === 0) {
      await ask(page, { type: 'hello' });
      return null;
    }
    const begun = performance.now();
    await seed(page, entries, Date.now());
    const took = performance.now() - begun;
    await workers.stopAll(); // one that still knows the emptier copies must not write again
    return took;
  } finally {
    await browser.close();
  }
}

/** Runs in the page: what the popup shows first is prepared once a day and after every commit, not at every opening. */
async function untilPrepared(): Promise<void> {
  const { chrome } = globalThis as unknown as PageScope;
  const isThere = async (): Promise<boolean> => {
    const { header, popup } = await chrome.storage.local.get(['header', 'popup']);
    return typeof popup === 'string' && JSON.parse(popup).n === (header as { n: number }).n;
  };
  while (!(await isThere())) await new Promise((resume) => setTimeout(resume, 200));
}

async function firstAnswer(browser: Browser, subjects: readonly Subject[]): Promise<boolean> {
  const subject = subjects.find(({ role }) => role === 'subject');
  if (!subject) return false;
  const page = await openPlainPage(browser, subject);
  const { answer } = await ask(page, { type: 'hello' }, FIRST_ANSWER_WITHIN);
  await assertTakenAsIs(page);
  await page.run(untilPrepared, [], PREPARED_WITHIN);
  await page.close();
  return answer?.done === true;
}
