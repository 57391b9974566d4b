import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from './browser.ts';
import type { Page } from './page.ts';
import { alternate, type Outcomes, type Reading } from './series.ts';
import { ask, askDone, type Message, NotMeasured, openPlainPage, type Role, type Subject } from './subjects.ts';
import type { Workers } from './workers.ts';

/** One trip is only some ticks of the page's clock long. */
const TRIPS = 5;
/** What a worker still does after its answer must not fall into the next reading. */
const BETWEEN = 40;

type Pages = Readonly<Record<Role, Page>>;

async function openPages(browser: Browser, subjects: readonly Subject[]): Promise<Pages> {
  const pages = await Promise.all(
    subjects.map(async (subject) => [subject.role, await openPlainPage(browser, subject)] as const),
  );
  return Object.fromEntries(pages) as Record<Role, Page>;
}

/** Messages from a page that stays open: to a stopped worker, to a warm one, and commands that write. */
export async function measureCommands(
  browser: Browser,
  workers: Workers,
  subjects: readonly Subject[],
  samples: number,
): Promise<Outcomes> {
  const pages = await openPages(browser, subjects);
  const wakes = async (name: string, message: Message): Promise<Outcomes> =>
    alternate(subjects, samples, [name], async ({ role }) => {
      await workers.stopAll();
      // The floor's only answer is to "hello": it stands against every light command.
      return { [name]: (await askDone(pages[role], role === 'subject' ? message : { type: 'hello' })).ms };
    });
  const now = Date.now();
  const reads = { type: 'entry.overlaps', start: now - 60_000, end: now, except: null };
  const outcomes = [
    await wakes('wake, hello', { type: 'hello' }),
    await wakes('wake, a command that reads', reads),
    await alternate(subjects, samples, ['round trip'], ({ role }) => roundTrip(pages[role])),
    await alternate(subjects, samples, [...WRITES], ({ role }) =>
      role === 'subject' ? startAndStop(pages[role]) : floorWrite(pages[role]),
    ),
  ];
  for (const page of Object.values(pages)) await page.close();
  return new Map(outcomes.flatMap((found) => [...found]));
}

async function roundTrip(page: Page): Promise<Reading> {
  await askDone(page, { type: 'hello' });
  let sum = 0;
  for (let i = 0; i < TRIPS; i += 1) sum += (await askDone(page, { type: 'hello' })).ms;
  return { 'round trip': sum / TRIPS };
}

const WRITES = ['start', 'start, with the message', 'switch', 'stop'] as const;
let written = 0;

/** Starts with nothing running, starts the next (which stops the first), and stops. */
async function startAndStop(page: Page): Promise<Reading> {
  await ask(page, { type: 'timer.stop' });
  await pause(BETWEEN);
  written += 1;
  const work = { project: null, task: null, tags: [], billable: false };
  const start = await askDurable(page, { type: 'timer.start', work: { ...work, description: `Plan ${written % 10}` } });
  await pause(BETWEEN);
  const next = await askDurable(page, { type: 'timer.start', work: { ...work, description: `Test ${written % 10}` } });
  await pause(BETWEEN);
  const stop = await askDurable(page, { type: 'timer.stop' });
  await pause(BETWEEN);
  return { start, 'start, with the message': start, switch: next, stop };
}

async function askDurable(page: Page, message: Message): Promise<number> {
  const { ms, answer } = await askDone(page, message);
  if (answer?.copyBehind !== false) throw new NotMeasured(`${message.type} did not reach the second copy`);
  return ms;
}

/** A raw strict put and a raw set: as the worker sees it, and from the page's message to its answer. */
async function floorWrite(page: Page): Promise<Reading> {
  await askDone(page, { type: 'hello' });
  await pause(BETWEEN);
  const row = { key: 'running', description: 'Plan', start: Date.now(), end: null };
  const { ms, answer } = await askDone(page, { type: 'write', row });
  await pause(BETWEEN);
  const inWorker = Number(answer?.ms);
  return { start: inWorker, 'start, with the message': ms, switch: inWorker, stop: inWorker };
}
