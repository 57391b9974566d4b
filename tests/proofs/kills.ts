import type { BrowserUnderTest } from '../e2e/drivers/browser.ts';
import type { Surface } from '../e2e/drivers/surface.ts';
import { type Exported, exported, storedLocally } from './extension-page.ts';
import { faultsAfter } from './whole.ts';

declare const browser: { runtime: { sendMessage(message: unknown): Promise<{ done?: true }> } };
declare global {
  /** In the page that writes: how many commands were acknowledged, by run. */
  var acknowledged: { run: number; count: number };
}

export interface KillReport {
  readonly kills: number;
  /** Commands acknowledged over all runs. */
  readonly acknowledged: number;
  /** How often the browser had lost or aged a copy, and it was mended. */
  readonly mended: number;
  readonly faults: readonly string[];
}

/** Starts one timer after the other as fast as the worker answers, counting what is acknowledged. */
function writeWithoutEnd(surface: Surface, run: number): Promise<void> {
  return surface.evaluate((current: number) => {
    globalThis.acknowledged = { run: current, count: 0 };
    const next = async (i: number): Promise<void> => {
      const work = { description: `${current}/${i}`, project: null, task: null, tags: [], billable: false };
      const answer = await browser.runtime.sendMessage({ type: 'timer.start', work });
      if (answer.done) globalThis.acknowledged.count = i + 1;
      void next(i + 1);
    };
    void next(0);
  }, run);
}

/** Kills the whole browser while it writes and starts it again on the same profile. */
export async function killWhileWriting(browserUnderTest: BrowserUnderTest, kills: number): Promise<KillReport> {
  const faults: string[] = [];
  let acknowledged = 0;
  let mended = 0;
  for (let run = 0; run < kills; run++) {
    const surface = await browserUnderTest.newSurface();
    await surface.goto('popup.html');
    await writeWithoutEnd(surface, run);
    await pause(150 + Math.random() * 600);
    const { count } = await surface.evaluate(() => globalThis.acknowledged);
    await browserUnderTest.kill();
    await browserUnderTest.restart();
    const again = await browserUnderTest.newSurface();
    await again.goto('popup.html');
    acknowledged += count;
    faults.push(
      ...lostIn(await exported(again), run, count),
      ...(await faultsAfter(again)).map((fault) => `${run}: ${fault}`),
    );
    if ((await storedLocally(again, ['notice']))['notice']) mended += 1;
    await again.close();
  }
  return { kills, acknowledged, mended, faults };
}

function lostIn({ entries, running }: Exported, run: number, count: number): string[] {
  const there = new Set([...entries, ...(running ? [running] : [])].map(({ description }) => description));
  const lost: string[] = [];
  for (let i = 0; i < count; i++) if (!there.has(`${run}/${i}`)) lost.push(`${run}/${i}: acknowledged and lost`);
  if (running && !running.description.startsWith(`${run}/`)) lost.push(`${run}: an older timer runs again`);
  return lost;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
