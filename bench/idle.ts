import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Browser } from './browser.ts';
import { cpuSeconds } from './processes.ts';
import { askDone, type Folders, NotMeasured, openPlainPage, type Role } from './subjects.ts';
import { Workers } from './workers.ts';

export interface Idle {
  readonly what: 'floor' | 'nothing running' | 'timer running';
  readonly minutes: number;
  readonly wakes: number;
  readonly cpuSeconds: number;
}

export type IdleOutcome = { readonly idle: readonly Idle[] } | { readonly missing: string };

/** A browser that was just started is busy with itself. */
const SETTLE = 20_000;

/** Leaves three browsers alone for a while, one extension in each, with no page of theirs open. */
export async function measureIdle(folders: Folders, scratch: string, minutes: number): Promise<IdleOutcome> {
  const runs: [Idle['what'], Role][] = [
    ['floor', 'floor'],
    ['nothing running', 'subject'],
    ['timer running', 'subject'],
  ];
  try {
    return { idle: await Promise.all(runs.map(([what, role]) => leaveAlone(what, folders[role], scratch, minutes))) };
  } catch (problem) {
    if (!(problem instanceof NotMeasured)) throw problem;
    return { missing: problem.message };
  }
}

async function leaveAlone(what: Idle['what'], folder: string, scratch: string, minutes: number): Promise<Idle> {
  const browser = await Browser.start(join(scratch, `idle ${what}`));
  try {
    const workers = await Workers.watch(browser);
    const subject = { role: 'subject', id: await browser.load(folder) } as const;
    const page = await openPlainPage(browser, subject);
    await askDone(page, { type: 'hello' });
    if (what === 'timer running') await askDone(page, startMessage);
    await page.close();
    await pause(SETTLE);
    await workers.stopAll();
    const before = { cpu: cpuSeconds(browser.pid), wakes: workers.startsOf(subject.id) };
    await pause(minutes * 60_000);
    const wakes = workers.startsOf(subject.id) - before.wakes;
    return { what, minutes, wakes, cpuSeconds: cpuSeconds(browser.pid) - before.cpu };
  } finally {
    await browser.close();
  }
}

const work = { description: 'Draft the report', project: null, task: null, tags: [], billable: false };
const startMessage = { type: 'timer.start', work } as const;
