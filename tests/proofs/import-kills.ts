import type { BrowserUnderTest } from '../e2e/drivers/browser.ts';
import type { Surface } from '../e2e/drivers/surface.ts';
import { DataPage } from '../e2e/pages/data.ts';
import { exported } from './extension-page.ts';
import { faultsAfter } from './whole.ts';

export interface ImportKills {
  /** How often the browser was killed before the import stood, and after. */
  readonly before: number;
  readonly after: number;
  readonly faults: readonly string[];
}

const DAYS = 600;
const A_DAY = 20;

/** Many days, so that the writing takes long enough to be hit. */
export function manyDays(round: number, days = DAYS, aDay = A_DAY): string {
  const rows = ['Description,Project,Start date,Start time,End date,End time,Duration'];
  for (let i = 0; i < days * aDay; i += 1) {
    const day = new Date(Date.UTC(2024, 0, 1) + Math.floor(i / aDay) * 86_400_000).toISOString().slice(0, 10);
    const hour = String(23 - (i % aDay)).padStart(2, '0'); // none in the hour that summer time leaves out
    rows.push(`Round ${round},Killed ${round},${day},${hour}:00:00,${day},${hour}:30:00,00:30:00`);
  }
  return rows.join('\n');
}

const pause = (ms: number): Promise<void> => new Promise((resume) => setTimeout(resume, ms));

const openData = async (browser: BrowserUnderTest): Promise<Surface> => (await DataPage.openIn(browser)).surface;

/** Kills the browser at a random point of an import, or of the restore that takes one back; then all of it is there or nothing. */
export async function killWhileImporting(
  browser: BrowserUnderTest,
  kills: number,
  longest = 1200,
): Promise<ImportKills> {
  const faults: string[] = [];
  let [before, after] = [0, 0];
  let had = 0;
  for (let round = 0; round < kills; round += 1) {
    const page = await DataPage.openIn(browser);
    await page.choose('Import CSV', 'many.csv', manyDays(round));
    await page.surface.waitFor('button', /^Import 12,000 entries$/, 60_000);
    void page.surface.click('button', /^Import 12,000 entries$/).catch(() => undefined);
    await pause(Math.random() * longest);
    await browser.kill();
    await browser.restart();
    const surface = await openData(browser);
    const { entries } = await exported(surface);
    const mine = entries.filter(({ description }) => description === `Round ${round}`).length;
    if (mine !== 0 && mine !== DAYS * A_DAY) faults.push(`${round}: ${mine} of ${DAYS * A_DAY} entries`);
    if (entries.length - mine !== had) faults.push(`${round}: ${entries.length - mine} of ${had} earlier entries`);
    had = entries.length;
    if (mine === 0) before += 1;
    else after += 1;
    faults.push(...(await faultsAfter(surface)).map((fault) => `${round}: ${fault}`));
    had = had > 0 ? await eraseAll(surface) : 0;
    await surface.close();
  }
  return { before, after, faults };
}

/** So that every round begins with as little. */
async function eraseAll(surface: Surface): Promise<number> {
  await surface.evaluate(() =>
    (
      globalThis as unknown as { browser: { runtime: { sendMessage(of: object): Promise<unknown> } } }
    ).browser.runtime.sendMessage({ type: 'data.erase' }),
  );
  return (await exported(surface)).entries.length;
}
