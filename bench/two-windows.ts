import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { Page } from './page.ts';
import type { PageScope } from './page-scope.ts';
import { alternate, type Outcomes, type Reading } from './series.ts';
import { ask, askDone, NotMeasured, openPlainPage, type Subject, urlOf } from './subjects.ts';

const NAME = 'two windows';
const PATIENCE = 5_000;
const BETWEEN = 40;

let changes = 0;

/** Between the two changes when the popup and the side panel are open and something else changes what both show. */
export async function measureTwoWindows(
  browser: Browser,
  subjects: readonly Subject[],
  samples: number,
): Promise<Outcomes> {
  const windows = new Map<string, readonly [Page, Page, Page]>();
  for (const subject of subjects) windows.set(subject.role, await openWindows(browser, subject));
  const found = await alternate(subjects, samples, [NAME], async ({ role }): Promise<Reading> => {
    const [one, other, sender] = windows.get(role) ?? [];
    if (!one || !other || !sender) throw new NotMeasured('no windows');
    changes += 1;
    return {
      [NAME]: await (role === 'subject' ? ofTwoViews : ofTwoListeners)(one, other, sender, `Change ${changes}`),
    };
  });
  for (const pages of windows.values()) for (const page of pages) await page.close();
  return found;
}

async function openWindows(browser: Browser, subject: Subject): Promise<readonly [Page, Page, Page]> {
  const sender = await openPlainPage(browser, subject);
  if (subject.role !== 'subject') {
    return [await openPlainPage(browser, subject), await openPlainPage(browser, subject), sender];
  }
  const views: Page[] = [];
  for (const file of ['popup.html', 'sidepanel.html']) {
    const page = await Page.open(browser.cdp);
    await page.navigate(urlOf(subject, file));
    views.push(page);
  }
  await pause(1_000);
  const [one, other] = views;
  if (!one || !other) throw new NotMeasured('no windows');
  return [one, other, sender];
}

/** A timer that is started elsewhere shows in both. */
async function ofTwoViews(one: Page, other: Page, sender: Page, description: string): Promise<number> {
  const work = { description, project: null, task: null, tags: [], billable: false };
  await ask(sender, { type: 'timer.stop' });
  await pause(3 * BETWEEN);
  const seen = [one.run(whenRunning, [PATIENCE]), other.run(whenRunning, [PATIENCE])];
  await pause(BETWEEN);
  await askDone(sender, { type: 'timer.start', work });
  return apart(await Promise.all(seen));
}

/** The floor: what the browser itself needs to tell two pages of a change. */
async function ofTwoListeners(one: Page, other: Page, sender: Page, text: string): Promise<number> {
  const seen = [one.run(whenTold, [PATIENCE]), other.run(whenTold, [PATIENCE])];
  await pause(BETWEEN);
  await sender.run(
    async (value: string) => {
      const { chrome } = globalThis as unknown as PageScope;
      await chrome.storage.local.set({ 'two windows': value });
    },
    [text],
  );
  return apart(await Promise.all(seen));
}

function apart([a, b]: readonly (number | null | undefined)[]): number {
  if (typeof a !== 'number' || typeof b !== 'number') throw new NotMeasured('a window did not show the change');
  return Math.abs(a - b);
}

function whenRunning(patience: number): Promise<number | null> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!document.querySelector('[role=timer][aria-label="Elapsed time"]')) return;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true });
    setTimeout(() => resolve(null), patience);
  });
}

function whenTold(patience: number): Promise<number | null> {
  const { chrome } = globalThis as unknown as PageScope;
  return new Promise((resolve) => {
    const told = (): void => {
      chrome.storage.onChanged.removeListener(told);
      resolve(performance.timeOrigin + performance.now());
    };
    chrome.storage.onChanged.addListener(told);
    setTimeout(() => resolve(null), patience);
  });
}
