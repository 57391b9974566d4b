import { doneByDay } from '../../domain/done-by-day.ts';
import type { Day, Page } from '../../domain/entry.ts';
import { browser } from '../../platform/browser.ts';
import type { Recently } from '../queries.ts';
import { localCopy } from './copy.ts';
import { DAYS_SHOWN, readRecently } from './popup-queries.ts';
import { parseSnapshot, SNAPSHOT_KEY, type Snapshot, thisVersion } from './snapshot.ts';

/** More than a popup shows without scrolling. */
const ENTRIES = 12;
/** Enough for the totals of a week. */
const DAYS_AT_FIRST = 9;

let underway: Promise<void> = Promise.resolve();

/** Prepares what the popup shows first, unless that of the last commit is there. One after the other. */
export function prepareSnapshot(today: Day): Promise<void> {
  underway = underway.then(() => prepare(today)).catch(() => undefined); // the popup reads more slowly then
  return underway;
}

async function prepare(today: Day): Promise<void> {
  const header = await localCopy.header();
  if (!header || header.behind !== null) return;
  const stored = parseSnapshot((await browser.storage.local.get(SNAPSHOT_KEY))[SNAPSHOT_KEY]);
  if (stored?.n === header.n && stored.madeBy === thisVersion()) return;
  const recently = await enough(today);
  // A question about an entry that was stopped is rare, and the popup then needs more than the newest entries.
  if (!recently || (recently.away && recently.away.entryId !== recently.running?.id)) return;
  if ((await localCopy.header())?.n !== header.n) return; // the commit since then has its own turn
  await browser.storage.local.set({ [SNAPSHOT_KEY]: JSON.stringify(snapshotOf(recently, header.n)) });
}

async function enough(today: Day): Promise<Recently | null> {
  const newest = await readRecently(today, DAYS_AT_FIRST);
  const count = newest?.pages.reduce((sum, { entries }) => sum + entries.length, 0) ?? 0;
  return newest && count < ENTRIES ? readRecently(today, DAYS_SHOWN) : newest;
}

function snapshotOf({ projects, clients, notice: _, lastBackup: __, ...recently }: Recently, n: number): Snapshot {
  return {
    ...recently,
    n,
    madeBy: thisVersion(),
    recent: [],
    pages: newestOf(recently.pages),
    projects: [...projects],
    clients: [...clients],
    done: [...doneByDay(recently.pages)],
  };
}

function newestOf(pages: readonly Page[]): Page[] {
  const newest: Page[] = [];
  let left = ENTRIES;
  for (const { day, entries } of pages) {
    if (left <= 0) break;
    newest.push({ day, entries: entries.slice(-left) });
    left -= entries.length;
  }
  return newest;
}
