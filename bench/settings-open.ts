import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { Page } from './page.ts';
import { alternate, type Outcomes, type Reading } from './series.ts';
import { type Subject, urlOf } from './subjects.ts';

/** Milliseconds. */
const PATIENCE = 30_000;
/** For the page to tell that it waited in vain. */
const WITHIN = 60_000;
const BETWEEN = 60;
/** Slow readings are taken less often. */
const FEW = 8;

/** Settings → Projects and clients, from opening its page until the list is drawn; then the list of tags. Beside them a page of the floor. */
export const measureSettings = (browser: Browser, subjects: readonly Subject[], samples: number): Promise<Outcomes> =>
  alternate(
    subjects,
    Math.min(samples, FEW),
    ['settings, projects', 'settings, tags'],
    async (subject): Promise<Reading> => {
      const page = await Page.open(browser.cdp);
      await page.navigate(urlOf(subject, subject.role === 'subject' ? 'options.html#projects' : 'popup.html'));
      const rows = subject.role === 'subject' ? '.things tbody tr' : '[aria-label="Recent entries"] li';
      const projects = await page.run(untilDrawn, [rows, PATIENCE], WITHIN);
      const tags = subject.role === 'subject' ? await page.run(showTags, [PATIENCE], WITHIN) : projects;
      await page.close();
      await pause(BETWEEN);
      return {
        ...(projects === null ? {} : { 'settings, projects': projects }),
        ...(tags === null ? {} : { 'settings, tags': tags }),
      };
    },
  );

/** Since the navigation, looked at every frame. */
async function untilDrawn(rows: string, patience: number): Promise<number | null> {
  while (!document.querySelector(rows)) {
    if (performance.now() > patience) return null;
    await new Promise(requestAnimationFrame);
  }
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return performance.now();
}

async function showTags(patience: number): Promise<number | null> {
  const begun = performance.now();
  [...document.querySelectorAll<HTMLInputElement>('.tools input[type="radio"]')].at(-1)?.click();
  while (!document.querySelector('table[aria-label="Tags"] tbody tr')) {
    if (performance.now() - begun > patience) return null;
    await new Promise(requestAnimationFrame);
  }
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  return performance.now() - begun;
}
