import { addDays } from '../domain/civil.ts';
import { ALL_DAYS, type Days } from '../domain/days.ts';
import type { Day, Page, TimeEntry } from '../domain/entry.ts';
import type { Tally } from '../domain/report/report.ts';
import { msOn } from '../domain/split.ts';
import { msOfDay } from '../domain/totals.ts';
import type { JournalQueries } from './queries.ts';

/** How far reading has come: pages read, and how many there are. */
export interface Progress {
  readonly done: number;
  readonly of: number;
}

export interface ReadingParts {
  readonly queries: JournalQueries;
  /** Reading ends with its reason when it is given up. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/** Pages read in one transaction: some milliseconds at 27 entries a day, so that a page stays alive and can give up. */
const SLICE = 64;
/** How far back an entry that reaches into a day is looked for before the day's total says that there is more. */
const USUAL_REACH_DAYS = 31;

/** Adds up the totals of days: some hundred rows a year. */
export async function tallyTotals(
  { queries, signal }: ReadingParts,
  days: Days,
  tallies: readonly Pick<Tally<unknown>, 'addTotal'>[],
): Promise<void> {
  const totals = await queries.read((reader) => reader.totalsBetween(days.first, days.last));
  signal.throwIfAborted();
  for (const total of totals) for (const tally of tallies) tally.addTotal(total);
}

/** Adds up every entry that has time on the days, wherever it began; a slice at a time, newest first. */
export async function tallyEntries(
  parts: ReadingParts,
  days: Days,
  tally: Pick<Tally<unknown>, 'addEntry'>,
): Promise<void> {
  const from = days.first === ALL_DAYS.first ? days.first : addDays(days.first, -USUAL_REACH_DAYS);
  const known = await parts.queries.read((reader) => reader.daysBetween(from, days.last));
  let onFirst = 0;
  const add = (entry: TimeEntry, page: Day): void => {
    if (page <= days.first) onFirst += msOn(days.first, entry);
    tally.addEntry(entry);
  };
  await readPages(parts, known.toReversed(), (page) => {
    for (const entry of page.entries) add(entry, page.day);
  });
  if (from === days.first || (await totalOn(parts, days.first)) <= onFirst) return;
  // An entry that began earlier still and reaches into the range covers its first day.
  const earlier = await parts.queries.read((reader) => reader.daysBetween(ALL_DAYS.first, addDays(from, -1)));
  await readPages(parts, earlier.toReversed(), ({ entries }) => entries.forEach(tally.addEntry));
}

/** Every page of the days, newest slice first. */
export async function eachPage(parts: ReadingParts, days: Days, add: (page: Page) => void): Promise<void> {
  const known = await parts.queries.read((reader) => reader.daysBetween(days.first, days.last));
  await readPages(parts, known.toReversed(), add);
}

async function totalOn({ queries }: ReadingParts, day: Day): Promise<number> {
  const [total] = await queries.read((reader) => reader.totalsBetween(day, day));
  return msOfDay(total);
}

/** @param days in falling order */
async function readPages(
  { queries, signal, onProgress }: ReadingParts,
  days: readonly Day[],
  add: (page: Page) => void,
): Promise<void> {
  for (let done = 0; done < days.length; done += SLICE) {
    const slice = days.slice(done, done + SLICE);
    const pages: readonly Page[] = await queries.read((reader) =>
      reader.pagesBetween(slice.at(-1) ?? '', slice[0] ?? ''),
    );
    signal.throwIfAborted();
    pages.forEach(add);
    onProgress({ done: done + slice.length, of: days.length });
  }
}
