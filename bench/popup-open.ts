import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { type Opened, openAndWatch } from './page-open.ts';
import { alternate, type Outcomes, type Reading } from './series.ts';
import { ask, openPlainPage, type Subject } from './subjects.ts';
import type { Workers } from './workers.ts';

/** A popup that has not shown its content after this long is not going to. Milliseconds. */
const PATIENCE = 4_000;
/** What the rest are given once some were not going to. */
const LITTLE_PATIENCE = 400;
const MISSES = 2;
const BETWEEN = 60;

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

const openPopup = (browser: Browser, subject: Subject, patience: number): Promise<Opened> =>
  openAndWatch(browser, subject, { file: 'popup.html', there: popupIsThere, patience });

/** Its entries stand in the popup, or that there are none. */
export const popupIsThere = (): boolean =>
  document.querySelector('[aria-label="Recent entries"] li') !== null ||
  [...document.querySelectorAll('h1, h2, h3, p')].some((text) => text.textContent === 'Nothing tracked yet');
