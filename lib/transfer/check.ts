import type { CatalogueById } from '../domain/by-id.ts';
import { catalogueKinds } from '../domain/catalogue.ts';
import { EVERY_DAY } from '../domain/days.ts';
import type { Day, Id, Page, TimeEntry } from '../domain/entry.ts';
import { applyToTotals, type DayTotal, RunningTotals } from '../domain/totals.ts';
import { singleKinds } from '../storage/changes.ts';
import { chunkKeys } from '../storage/items.ts';
import type { Journal } from '../storage/journal.ts';
import { dayOfEntry } from '../storage/page-edits.ts';
import type { PageSlice } from '../storage/pages-ahead.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Everything } from '../storage/replace.ts';
import { withKnownNames } from './known-names.ts';
import { withMore } from './page-slices.ts';
import { betweenSlices, type Task } from './progress.ts';
import { readCatalogue } from './read-entries.ts';

/** What a check of the database found; all zero is sound. */
export interface Findings {
  readonly entries: number;
  readonly days: number;
  /** Days whose total is not the sum of their entries. */
  readonly totals: number;
  /** Entries that name a project, task or tag that is not there. */
  readonly orphans: number;
  /** Entries that stand on another day than they start on, or twice. */
  readonly misplaced: number;
}

export const isSound = ({ totals, orphans, misplaced }: Findings): boolean => totals + orphans + misplaced === 0;

/** Sorts out what of pages stands where it should, in the order in which they come. */
class Sieve {
  readonly #catalogue: CatalogueById;
  readonly #seen = new Set<Id>();
  orphans = 0;
  misplaced = 0;

  constructor(catalogue: CatalogueById) {
    this.#catalogue = catalogue;
  }

  /** Entries that stay on their page and those that belong on others, each once, with names only of what is there. */
  sift({ day, entries }: Page): { readonly stay: readonly TimeEntry[]; readonly move: readonly TimeEntry[] } {
    const [stay, move]: [TimeEntry[], TimeEntry[]] = [[], []];
    for (const entry of entries) {
      const isHere = dayOfEntry(entry) === day;
      const isAgain = this.#seen.has(entry.id);
      if (!isHere || isAgain) this.misplaced += 1;
      if (isAgain) continue;
      this.#seen.add(entry.id);
      (isHere ? stay : move).push(this.#whole(entry));
    }
    return { stay, move };
  }

  #whole(entry: TimeEntry): TimeEntry {
    const whole = withKnownNames(entry, this.#catalogue);
    if (whole !== entry) this.orphans += 1;
    return whole;
  }
}

const textOf = (total: DayTotal | undefined): string => JSON.stringify(total?.rows ?? []);

/** Compares the totals that stand with those that come out, day by day. */
class TotalsCheck {
  readonly #reader: JournalReader;
  readonly #totals = new RunningTotals();
  readonly #wrong = new Map<Day, DayTotal>();
  #from: Day = '';

  constructor(reader: JournalReader) {
    this.#reader = reader;
  }

  async see(pages: readonly Page[]): Promise<void> {
    for (const { entries } of pages) for (const entry of entries) this.#totals.add(entry);
    const last = pages.at(-1);
    if (last) await this.#compare(last.day);
  }

  async #compare(through: Day): Promise<void> {
    const standing = new Map((await this.#reader.totalsBetween(this.#from, through)).map((one) => [one.day, one]));
    const right = new Map(this.#totals.takeThrough(through).map((one) => [one.day, one]));
    for (const day of new Set([...standing.keys(), ...right.keys()])) {
      const total = right.get(day) ?? { day, rows: [] };
      if (textOf(standing.get(day)) !== textOf(total)) this.#wrong.set(day, total);
    }
    this.#from = `${through}\0`; // the next there can be
  }

  /** @returns how many days are wrong */
  async end(): Promise<number> {
    await this.#compare(EVERY_DAY.last);
    for (const [day, rows] of this.#totals.late) {
      const [standing] = await this.#reader.totalsBetween(day, day);
      const total = applyToTotals(this.#wrong.get(day) ?? standing, day, rows, []);
      if (textOf(standing) === textOf(total)) this.#wrong.delete(day);
      else this.#wrong.set(day, total);
    }
    return this.#wrong.size;
  }
}

/** Reckons every total anew and looks for whatever names something that is not there. Changes nothing. */
export async function checkData(reader: JournalReader, task: Task = {}): Promise<Findings> {
  const sieve = new Sieve(await readCatalogue(reader));
  const totals = new TotalsCheck(reader);
  const onSlice = betweenSlices(task);
  let [entries, days] = [0, 0];
  for await (const { pages, share } of reader.allPages()) {
    onSlice(share);
    for (const page of pages) {
      sieve.sift(page);
      entries += page.entries.length;
    }
    days += pages.length;
    await totals.see(pages);
  }
  return { entries, days, totals: await totals.end(), orphans: sieve.orphans, misplaced: sieve.misplaced };
}

/** Writes everything anew as it should be: entries on their days, totals from them, names only of what is there. */
export async function mendData(journal: Journal): Promise<void> {
  await journal.replace(
    async (reader): Promise<Everything> => {
      const values = new Map<string, unknown>();
      for (const key of [...singleKinds, 'counters', ...catalogueKinds.flatMap(chunkKeys)]) {
        const item = await reader.item(key);
        if (item) values.set(key, item.value);
      }
      const catalogue = await readCatalogue(reader);
      const moved: TimeEntry[] = [];
      const first = new Sieve(catalogue);
      for await (const { pages } of reader.allPages()) for (const page of pages) moved.push(...first.sift(page).move);
      return { values, pages: withMore(staying(reader, new Sieve(catalogue)), moved) };
    },
    () => undefined,
  );
}

async function* staying(reader: JournalReader, sieve: Sieve): AsyncGenerator<PageSlice> {
  for await (const { pages, share } of reader.allPages()) {
    yield { pages: pages.map((page) => ({ day: page.day, entries: sieve.sift(page).stay })), share };
  }
}
