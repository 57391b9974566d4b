import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import { openAndWatch } from './page-open.ts';
import { popupIsThere } from './popup-open.ts';
import { alternate, type Outcome, type Outcomes, type Reading } from './series.ts';
import type { Subject } from './subjects.ts';

const PATIENCE = 6_000;
const BETWEEN = 60;

interface View {
  readonly measure: string;
  readonly file: string;
  readonly there: () => boolean;
}

/** Weeks of the larger pages, with entries or without. */
const views: readonly View[] = [
  {
    measure: 'calendar week',
    file: 'report.html#calendar?show=week',
    there: () => document.querySelector('[data-day]') !== null,
  },
  {
    measure: 'timesheet week',
    file: 'report.html#timesheet',
    there: () => document.querySelector('table tfoot td') !== null,
  },
];

/** From the navigation to the frame in which the week is drawn, beside the floor's only page. */
export async function measureViews(browser: Browser, subjects: readonly Subject[], samples: number): Promise<Outcomes> {
  const outcomes = new Map<string, Outcome>();
  for (const { measure, file, there } of views) {
    const read = async (subject: Subject): Promise<Reading> => {
      const own = subject.role === 'subject';
      const opening = own ? { file, there } : { file: 'popup.html', there: popupIsThere };
      const { settled } = await openAndWatch(browser, subject, { ...opening, patience: PATIENCE });
      await pause(BETWEEN);
      return settled === null ? {} : { [measure]: settled };
    };
    for (const [name, outcome] of await alternate(subjects, samples, [measure], read)) outcomes.set(name, outcome);
  }
  return outcomes;
}
