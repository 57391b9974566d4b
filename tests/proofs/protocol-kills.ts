import type { BrowserUnderTest } from '../e2e/drivers/browser.ts';
import type { Surface } from '../e2e/drivers/surface.ts';
import { until } from '../e2e/drivers/waiting.ts';
import { exported, exportedText, send, sendDone, storedLocally, work } from './extension-page.ts';
import { faultsAfter } from './whole.ts';

declare const browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

/** Where in a command the browser is killed, and how the worker is held there. The build knows nothing of it. */
const points = {
  'before the transaction ends': `
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args) {
      put.apply(this, args);
      for (const end = Date.now() + 20000; Date.now() < end; );
    };`,
  'between the database and the second copy': `
    browser.storage.local.set = () => new Promise(() => {});`,
  'after the second copy, before the answer': `
    const set = browser.storage.local.set.bind(browser.storage.local);
    browser.storage.local.set = (items) => set(items).then(() => new Promise(() => {}));`,
} as const;

export type KillPoint = keyof typeof points;
export const killPoints = Object.keys(points) as KillPoint[];

export interface AfterKill {
  /** Whether the command that was never acknowledged was carried out. */
  readonly carriedOut: boolean;
  readonly runsOn: boolean;
  readonly faults: readonly string[];
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function freshPage(browser: BrowserUnderTest): Promise<Surface> {
  const surface = await browser.newSurface();
  await surface.goto('popup.html');
  return surface;
}

/** Kills the browser while a start that stops another timer is held at one point. */
export async function killAt(browser: BrowserUnderTest, point: KillPoint): Promise<AfterKill> {
  const surface = await freshPage(browser);
  await sendDone(surface, { type: 'timer.start', work: work('acknowledged') });
  await browser.inWorker(points[point]);
  void send(surface, { type: 'timer.start', work: work('held') }).catch(() => undefined);
  await pause(700);
  await browser.kill();
  await browser.restart();
  const after = await freshPage(browser);
  const { running, entries } = await exported(after);
  const carriedOut = running?.description === 'held';
  const runsOn = running?.description === 'acknowledged' || entries.some((one) => one.description === 'acknowledged');
  return { carriedOut, runsOn, faults: await faultsAfter(after) };
}

/** Tracks something on so many days, an entry a day. */
export function fillDays(surface: Surface, days: number): Promise<void> {
  return surface.evaluate(async (count: number) => {
    const tell = (command: object): Promise<unknown> => browser.runtime.sendMessage(command);
    const now = Date.now();
    for (let i = 0; i < count; i++) {
      const work = { description: `day ${i}`, project: null, task: null, tags: [], billable: false };
      const start = now - (i + 1) * 86_400_000;
      await tell({ type: 'timer.start', work });
      await tell({ type: 'timer.update', start });
      await tell({ type: 'timer.stop', end: start + 60_000 });
    }
  }, days);
}

/**
 * The second copy is lost; the browser is killed while it is made again. Then it is resumed.
 * @returns faults, empty when the bytes are the same and both copies are whole
 */
export async function killWhileFollowing(browser: BrowserUnderTest): Promise<string[]> {
  const surface = await freshPage(browser);
  const text = await exportedText(surface);
  // Nobody compares the copies while the page holds their lock: the worker that will is held at its third write by then.
  await holdLock(surface);
  await browser.stopWorker();
  await loseCopy(surface);
  await browser.inWorker(`
    const set = browser.storage.local.set.bind(browser.storage.local);
    let writes = 0;
    browser.storage.local.set = (items) => ('header' in items && ++writes > 2 ? new Promise(() => {}) : set(items));`);
  await releaseLock(surface);
  void send(surface, { type: 'data.export' }).catch(() => undefined);
  await until('the copy to be half made', async () => {
    const header = (await storedLocally(surface, ['header']))['header'] as { behind: number | null } | undefined;
    return header !== undefined && header.behind !== null;
  });
  await pause(300);
  const faults: string[] = [];
  await browser.kill();
  await browser.restart();
  const after = await freshPage(browser);
  if ((await exportedText(after)) !== text) faults.push('the exported bytes changed');
  return [...faults, ...(await faultsAfter(after))];
}

interface WithLock {
  release: () => void;
}

const holdLock = (surface: Surface): Promise<void> =>
  surface.evaluate(
    () =>
      new Promise<void>((held) => {
        void navigator.locks.request('journal', () => {
          held();
          return new Promise<void>((release) => Object.assign(globalThis, { release }));
        });
      }),
  );

const releaseLock = (surface: Surface): Promise<void> =>
  surface.evaluate(() => (globalThis as unknown as WithLock).release());

const loseCopy = (surface: Surface): Promise<void> =>
  surface.evaluate(async () => {
    const { local } = (globalThis as unknown as { browser: { storage: { local: StorageArea } } }).browser.storage;
    await local.remove(Object.keys(await local.get(null)).filter((key) => key === 'header' || key.startsWith('item:')));
  });

interface StorageArea {
  get(keys: null): Promise<object>;
  remove(keys: string[]): Promise<void>;
}
