import fc from 'fast-check';
import type { DayTotal } from '../../lib/domain/totals.ts';
import type { BrowserUnderTest } from '../e2e/drivers/browser.ts';
import type { Surface } from '../e2e/drivers/surface.ts';
import { compare, type Real, type Step, sequences } from '../model/compare.ts';
import { Found } from '../model/found.ts';
import { emptyState } from '../model/state.ts';
import { exportedText, send, sendDone } from './extension-page.ts';

/** Clocks of one machine, read in two processes. Milliseconds. */
const NEAR = 50;

/** The extension, through its own messages and with its own database. */
export const inBrowser = (browser: BrowserUnderTest, surface: Surface): Real => ({
  send: async (command) => {
    const answer = await send(surface, command);
    return 'refused' in answer ? answer.refused : null;
  },
  export: () => exportedText(surface),
  totals: () => storedTotals(surface),
  restart: () => browser.stopWorker(),
  now: Date.now,
  carriedOutAt: (text, sent) => {
    const { entries, running } = new Found(text).has;
    const at = Math.max(...[...entries, ...(running ? [running] : [])].map(({ changed }) => changed));
    return at >= sent - NEAR && at <= Date.now() + NEAR ? at : sent;
  },
});

const storedTotals = (surface: Surface): Promise<readonly DayTotal[]> =>
  surface.evaluate(
    () =>
      new Promise<readonly DayTotal[]>((resolve, reject) => {
        const opening = indexedDB.open('timetracker');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('totals').objectStore('totals').getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as readonly DayTotal[]);
          };
        };
      }),
  );

/** Takes away what the sequence before left. */
async function clear(surface: Surface): Promise<void> {
  const { has } = new Found(await exportedText(surface));
  if (has.running) await sendDone(surface, { type: 'timer.discard' });
  const days = await entryDays(surface);
  if (days.length > 0) await sendDone(surface, { type: 'entries.delete', entries: days });
  for (const { id } of has.favourites) await sendDone(surface, { type: 'favourite.remove', id });
  for (const { id } of has.projects) {
    await sendDone(surface, { type: 'catalogue.delete', kind: 'project', id, instead: null });
  }
  for (const { id } of has.tags) {
    await sendDone(surface, { type: 'catalogue.delete', kind: 'tag', id, instead: null });
  }
}

async function entryDays(surface: Surface): Promise<{ day: string; id: string }[]> {
  const { has } = new Found(await exportedText(surface));
  return has.entries.map(({ id, start, zone }) => ({
    day: Temporal.Instant.fromEpochMilliseconds(start).toZonedDateTimeISO(zone).toPlainDate().toString(),
    id,
  }));
}

/** So many sequences of commands in the model and in the browser. @returns what went wrong, with the steps that lead to it */
export async function compareInBrowser(browser: BrowserUnderTest, count: number, seed: number) {
  const surface = await browser.newSurface();
  await surface.goto('options.html');
  const faults: string[] = [];
  let steps = 0;
  for (const [i, sequence] of fc.sample<readonly Step[]>(sequences(6, 16), { numRuns: count, seed }).entries()) {
    await clear(surface);
    const { awayAfter } = new Found(await exportedText(surface)).has.settings;
    steps += sequence.length;
    await compare(inBrowser(browser, surface), sequence, { ...emptyState, awayAfter }).catch((problem: unknown) => {
      faults.push(`seed ${seed}, sequence ${i}: ${problem}`);
    });
  }
  await surface.close();
  return { faults, steps };
}
