import type { Browser } from './browser.ts';
import { Page } from './page.ts';
import { type Subject, urlOf } from './subjects.ts';

/** Milliseconds since the navigation began; null when it was never seen. */
export interface Opened {
  readonly paint: number | null;
  readonly settled: number | null;
}

interface Opening {
  readonly file: string;
  /** Whether the page shows what it is for. Sent into the page as text: it may use nothing but the document. */
  readonly there: () => boolean;
  /** Milliseconds after which it is not going to. */
  readonly patience: number;
}

/** Opens a page of an extension in a tab: first contentful paint, and the frame in which its content stands. */
export async function openAndWatch(
  browser: Browser,
  subject: Subject,
  { file, there, patience }: Opening,
): Promise<Opened> {
  const page = await Page.open(browser.cdp);
  await page.send('Page.enable');
  const source = `(${watchOpening.toString()})(${there.toString()}, ${patience})`;
  await page.send('Page.addScriptToEvaluateOnNewDocument', { source });
  await page.navigate(urlOf(subject, file));
  const opened = await page.run(() => (globalThis as unknown as { opened: Promise<Opened> }).opened, []);
  await page.close();
  return opened;
}

/** Runs in the page before anything of its own. Times are since the navigation began. */
function watchOpening(isThere: () => boolean, patience: number): void {
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
