import type { BrowserUnderTest } from '../e2e/drivers/browser.ts';
import type { Surface } from '../e2e/drivers/surface.ts';
import { exported } from './extension-page.ts';
import { faultsAfter } from './whole.ts';

declare const browser: { runtime: { sendMessage(message: unknown): Promise<{ done?: true; refused?: string }> } };

/** Fires starts and stops all at once. @returns how many were carried out */
function fire(surface: Surface, window: string, count: number): Promise<number> {
  return surface.evaluate(
    async ({ name, commands }: { name: string; commands: number }) => {
      const command = (i: number): object => {
        const work = { description: `${name} ${i}`, project: null, task: null, tags: [], billable: false };
        return i % 3 === 2 ? { type: 'timer.stop' } : { type: 'timer.start', work };
      };
      const answers = Array.from({ length: commands }, (_, i) => browser.runtime.sendMessage(command(i)));
      return (await Promise.all(answers)).filter((answer) => answer.done).length;
    },
    { name: window, commands: count },
  );
}

/** @returns what went wrong: more than one open entry, entries that share time, a start that was lost */
export async function fireFromTwoWindows(browserUnderTest: BrowserUnderTest, commands: number): Promise<string[]> {
  const windows = [await browserUnderTest.newSurface(), await browserUnderTest.newSurface()] as const;
  for (const surface of windows) await surface.goto('popup.html');
  const half = commands / 2;
  await Promise.all([fire(windows[0], 'one', half), fire(windows[1], 'two', half)]);
  const { entries, running } = await exported(windows[0]);
  const starts = 2 * Array.from({ length: half }, (_, i) => i).filter((i) => i % 3 !== 2).length;
  const there = entries.length + (running ? 1 : 0);
  const faults = there === starts ? [] : [`${starts} were started, ${there} are there`];
  faults.push(...(await faultsAfter(windows[0])));
  for (const surface of windows) await surface.close();
  return faults;
}
