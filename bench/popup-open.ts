import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { Page } from './page.ts';
import { alternate, type Outcomes, type Reading } from './series.ts';
import { ask, openPlainPage, type Subject, urlOf } from './subjects.ts';
import type { Workers } from './workers.ts';

/** A popup that has not shown its content after this long is not going to. Milliseconds. */
const PATIENCE = 4_000;
/** What the rest are given once some were not going to. */
const LITTLE_PATIENCE = 400;
const MISSES = 2;
const BETWEEN = 60;

interface Opened {
  readonly paint: number | null;
  readonly settled: number | null;
}

/** The popup's page in a tab: first contentful paint, and the frame in which its entries (or that there are none) stand. */
export async function measurePopup(
  browser: Browser,
  workers: Workers,
  subjects: readonly Subject[],
  samples: number,
  worker: 'stopped' | 'running',
): Promise<Outcomes> {
  const names = [`paint, worker ${worker}`, `settled, worker ${worker}`];
  const misses = { subject: 0, floor: 0, control: 0 };
  return alternate(subjects, samples, names, async (subject): Promise<Reading> => {
    if (worker === 'stopped') await workers.stopAll();
    else if (!workers.isRunning(subject.id)) await wake(browser, subject);
    const { paint, settled } = await openPopup(
      browser,
      subject,
      misses[subject.role] < MISSES ? PATIENCE : LITTLE_PATIENCE,
    );
    if (paint === null || settled === null) misses[subject.role] += 1;
    await pause(BETWEEN);
    return {
      ...(paint === null ? {} : { [names[0] ?? '']: paint }),
      ...(settled === null ? {} : { [names[1] ?? '']: settled }),
    };
  });
}

async function wake(browser: Browser, subject: Subject): Promise<void> {
  const page = await openPlainPage(browser, subject);
  await ask(page, { type: 'hello' });
  await page.close();
  await pause(BETWEEN);
}

async function openPopup(browser: Browser, subject: Subject, patience: number): Promise<Opened> {
  const page = await Page.open(browser.cdp);
  await page.send('Page.enable');
  const source = `(${watchOpening.toString()})(${patience})`;
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source });
  await page.navigate(urlOf(subject, 'popup.html'));
  const opened = await page.run(() => (globalThis as unknown as { opened: Promise<Opened> }).opened, []);
  await page.close();
  return opened;
}

/** Runs in the popup before anything of its own. Times are since the navigation began. */
function watchOpening(patience: number): void {
  const isThere = (): boolean =>
    document.querySelector('[aria-label="Recent entries"] li') !== null ||
    [...document.querySelectorAll('h1, h2, h3, p')].some((text) => text.textContent === 'Nothing tracked yet');
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
  const paint = new Promise<number>((resolve) => {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntriesByName('first-contentful-paint')) resolve(entry.startTime);
    }).observe({ type: 'paint', buffered: true });
  });
  const settled = new Promise<number>((resolve) => {
    const look = (): void => {
      if (!isThere()) return;
      observer.disconnect();
      // a task after the next frame: what stands in the document has been painted by then
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  const first = <T>(seen: Promise<T>): Promise<T | null> => Promise.race([seen, late]);
  (globalThis as unknown as { opened: Promise<Opened> }).opened = Promise.all([first(paint), first(settled)]).then(
    ([paintTime, settledTime]) => ({ paint: paintTime, settled: settledTime }),
  );
}
