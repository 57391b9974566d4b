import type { BrowserUnderTest } from '../e2e/drivers/browser.ts';
import { exported, sendDone, work } from './extension-page.ts';
import { faultsAfter } from './whole.ts';

/**
 * Stops the worker at a random moment between a start and a stop, and while each of them is carried out. A command whose
 * answer was lost with the worker may or may not have been carried out; every acknowledged one must have been.
 * @returns what went wrong, one line each
 */
export async function stopWorkerAtRandom(browser: BrowserUnderTest, times: number): Promise<string[]> {
  const surface = await browser.newSurface();
  await surface.goto('popup.html');
  const faults: string[] = [];
  for (let i = 0; i < times; i++) {
    const description = `stop ${i}`;
    const before = Date.now();
    await sendDone(surface, { type: 'timer.start', work: work(description) });
    await pause(Math.random() * 120);
    await browser.stopWorker();
    const { running } = await exported(surface);
    if (running?.description !== description) faults.push(`${description}: not running after the worker was stopped`);
    const answer = sendDone(surface, { type: 'timer.stop' }).then(
      ({ stopped }) => stopped,
      () => null,
    );
    if (i % 2 === 1) await Promise.all([pause(Math.random() * 20), browser.stopWorker()]);
    const stopped = await Promise.race([answer, pause(3000).then(() => null)]);
    const now = await exported(surface);
    if (stopped && now.running) faults.push(`${description}: acknowledged as stopped, and running`);
    if (now.running) await sendDone(surface, { type: 'timer.stop' });
    const entry = (await exported(surface)).entries.find((one) => one.description === description);
    if (!entry) faults.push(`${description}: lost`);
    else if (entry.start < before || entry.end > Date.now()) faults.push(`${description}: seconds invented`);
  }
  const after = await faultsAfter(surface);
  await surface.close();
  return [...faults, ...after];
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
