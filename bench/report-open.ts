import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { Page } from './page.ts';
import { alternate, type Outcomes, type Reading } from './series.ts';
import { type Subject, urlOf } from './subjects.ts';

/** Ten years of a million entries take some seconds to look through. Milliseconds. */
const PATIENCE = 60_000;
const BETWEEN = 60;
/** Slow readings are taken less often. */
const FEW = 8;

const YEAR = 'reports?range=year';

/** What is asked of an open report, one after the other. */
const changes: readonly (readonly [name: string, address: string])[] = [
  ['report, text filter', `${YEAR}&text=login`],
  ['report, group change', `${YEAR}&text=login&group=tag,description`],
  ['report, all time', 'reports?range=all'],
  ['report, all time, text filter', 'reports?range=all&text=audit'],
  ['report, all time, by tag', 'reports?range=all&group=tag&rank=tag'],
];

/** The report of this year, from opening its page until it is drawn, beside a page of the floor. */
export const measureReport = (browser: Browser, subjects: readonly Subject[], samples: number): Promise<Outcomes> =>
  alternate(subjects, samples, ['report, year'], async (subject): Promise<Reading> => {
    const { page, drawn } = await openPage(browser, subject);
    await page.close();
    await pause(BETWEEN);
    return drawn === null ? {} : { 'report, year': drawn };
  });

/** Other choices on an open report, each until it is drawn; beside them the floor's page, opened anew. */
export const measureChoices = (browser: Browser, subjects: readonly Subject[], samples: number): Promise<Outcomes> =>
  alternate(
    subjects,
    Math.min(samples, FEW),
    [...changes.map(([name]) => name), 'search, three letters'],
    async (subject): Promise<Reading> => {
      const { page, drawn } = await openPage(browser, subject);
      const readings: Record<string, number> = {};
      for (const [name, address] of changes) {
        const took = subject.role === 'subject' ? await page.run(choose, [address, PATIENCE], PATIENCE) : drawn;
        if (took !== null) readings[name] = took;
      }
      const found = subject.role === 'subject' ? await page.run(search, ['log', PATIENCE], PATIENCE) : drawn;
      if (found !== null) readings['search, three letters'] = found;
      await page.close();
      await pause(BETWEEN);
      return readings;
    },
  );

async function openPage(browser: Browser, subject: Subject): Promise<{ page: Page; drawn: number | null }> {
  const page = await Page.open(browser.cdp);
  await page.send('Page.enable');
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${watchOpening.toString()})(${PATIENCE})` });
  await page.navigate(urlOf(subject, subject.role === 'subject' ? `report.html#${YEAR}` : 'popup.html'));
  const drawn = await page.run(() => (globalThis as unknown as { drawn: Promise<number | null> }).drawn, [], PATIENCE);
  return { page, drawn };
}

/** Runs in the page before anything of its own: when the totals (the floor's rows) have been painted, since the navigation. */
function watchOpening(patience: number): void {
  const isThere = (): boolean => document.querySelector('.kpi, [aria-label="Recent entries"] li') !== null;
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
  const drawn = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    });
    observer.observe(document, { subtree: true, childList: true });
  });
  (globalThis as unknown as { drawn: Promise<number | null> }).drawn = Promise.race([drawn, late]);
}

/** Goes to other choices and waits until what the page shows is another and has been painted. */
function choose(address: string, patience: number): Promise<number | null> {
  const shown = (): string =>
    `${document.querySelector('.kpi')?.textContent} ${document.querySelector('.tbl thead')?.textContent} ${document.querySelector('h1')?.textContent}`;
  const before = [document.querySelector('.kpi')?.textContent, shown()];
  const sameTotals = address.includes('group=');
  const begun = performance.now();
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(null), patience);
    const observer = new MutationObserver(() => {
      const now = sameTotals
        ? document.querySelector('.tbl thead')?.textContent !== undefined && shown() !== before[1]
        : document.querySelector('.kpi')?.textContent !== before[0];
      if (!now) return;
      observer.disconnect();
      clearTimeout(late);
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begun)));
    });
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    location.hash = address;
  });
}

/** From the first letter in a search that has just been opened until entries of all time stand there. */
async function search(text: string, patience: number): Promise<number | null> {
  const until = (there: () => boolean): Promise<boolean> =>
    new Promise((resolve) => {
      const late = setTimeout(() => resolve(false), patience);
      const look = (): void => {
        if (!there()) return void requestAnimationFrame(look);
        clearTimeout(late);
        resolve(true);
      };
      look();
    });
  location.hash = 'search';
  if (!(await until(() => document.querySelector('#search-text') !== null))) return null;
  const field = document.querySelector('#search-text') as HTMLInputElement;
  const begun = performance.now();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return (await until(() => document.querySelector('.found li li') !== null)) ? performance.now() - begun : null;
}
