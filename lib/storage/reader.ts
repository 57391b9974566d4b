import type { AwayQuestion } from '../domain/away.ts';
import type { CatalogueKind, CatalogueThings } from '../domain/catalogue.ts';
import { addDays, dayOf } from '../domain/civil.ts';
import { EVERY_DAY } from '../domain/days.ts';
import type { Day, EntryAddress, Id, Instant, Page, RunningEntry, TimeEntry } from '../domain/entry.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { msOn } from '../domain/split.ts';
import type { RecentWork } from '../domain/suggestions.ts';
import { type DayTotal, msOfDay } from '../domain/totals.ts';
import type { SingleKind } from './changes.ts';
import type { History } from './history.ts';
import {
  type Chunk,
  type Counters,
  chunkKey,
  chunkKeys,
  dayOfPageKey,
  type Header,
  type Item,
  type ItemValues,
  type NumberedKind,
  noCounters,
  pageKey,
} from './items.ts';
import { migrateItem } from './migrations.ts';
import { type PageSlice, pagesAhead } from './pages-ahead.ts';
import { type DatabaseTransaction, SLICE, type UndoRow } from './ports.ts';

/** How far back an entry that is still going on may have started, when overlaps are looked for. */
const LONGEST_ENTRY_DAYS = 31;
const MOST_AHEAD = 14 * 3_600_000;

const USUAL: readonly string[] = ['running', 'paused', 'pomodoro', 'away', 'settings', 'counters', 'recent'];

export type Singles = Pick<ItemValues, SingleKind>;
const nothing: Singles = {
  running: null,
  away: [],
  paused: null,
  pomodoro: null,
  favourites: [],
  reports: [],
  settings: defaultSettings,
  recent: [],
  imports: [],
};

/** What a command reads of the journal, inside the transaction that will write. Each item is read once. */
export class JournalReader {
  readonly #tx: DatabaseTransaction;
  readonly #seen = new Map<string, Item | undefined>();
  #counters: Counters | null = null;
  #history: Promise<History> | null = null;

  constructor(tx: DatabaseTransaction) {
    this.#tx = tx;
  }

  /** Reads what nearly every command asks for, in one go. */
  async begin(): Promise<Header | null> {
    const [header, items] = await Promise.all([this.#tx.header(), this.#tx.getMany(USUAL), this.history()]);
    for (const [i, key] of USUAL.entries()) this.#see(key, items[i]);
    return header;
  }

  async item(key: string): Promise<Item | undefined> {
    if (!this.#seen.has(key)) this.#see(key, await this.#tx.get(key));
    return this.#seen.get(key);
  }

  #see(key: string, item: Item | undefined): void {
    this.#seen.set(key, item && migrateItem(item));
  }

  async #value<T>(key: string, none: T): Promise<T> {
    return ((await this.item(key))?.value as T | null | undefined) ?? none;
  }

  /** A value that is an item of its own. */
  single<K extends SingleKind>(kind: K): Promise<Singles[K]> {
    return this.#value(kind, nothing[kind]);
  }

  running = (): Promise<RunningEntry | null> => this.single('running');
  away = (): Promise<readonly AwayQuestion[]> => this.single('away');
  settings = (): Promise<Settings> => this.single('settings');
  recent = (): Promise<readonly RecentWork[]> => this.single('recent');
  entriesOf = (day: Day): Promise<readonly TimeEntry[]> => this.#value<ItemValues['page']>(pageKey(day), []);
  chunk = <K extends CatalogueKind>(kind: K, id: Id): Promise<Chunk<K>> => this.#value(chunkKey(kind, id), []);
  history(): Promise<History> {
    this.#history ??= this.#tx.history();
    return this.#history;
  }

  undoRow = (step: number): Promise<UndoRow | undefined> => this.#tx.undoRow(step);

  /** One look at many pages, in the order asked for, holding only some at a time; `visit` says whether to go on. */
  async eachOf(days: readonly Day[], visit: (page: Page) => boolean): Promise<boolean> {
    for (let i = 0; i < days.length; i += SLICE) {
      const slice = days.slice(i, i + SLICE);
      const items = await this.#tx.getMany(slice.map(pageKey));
      for (const [at, day] of slice.entries()) {
        const item = items[at];
        const entries = ((item && migrateItem(item).value) ?? []) as readonly TimeEntry[];
        if (!visit({ day, entries })) return false;
      }
    }
    return true;
  }

  async entry({ day, id }: EntryAddress): Promise<TimeEntry | null> {
    return (await this.entriesOf(day)).find((entry) => entry.id === id) ?? null;
  }

  async thing<K extends CatalogueKind>(kind: K, id: Id): Promise<CatalogueThings[K] | null> {
    return (await this.chunk(kind, id)).find((thing) => thing.id === id) ?? null;
  }

  /** Some things of a kind, those that exist, in no set order; the chunks they are in are read in one go. */
  async thingsOf<K extends CatalogueKind>(kind: K, ids: readonly Id[]): Promise<CatalogueThings[K][]> {
    const keys = [...new Set(ids.map((id) => chunkKey(kind, id)))].filter((key) => !this.#seen.has(key));
    const items = await this.#tx.getMany(keys);
    for (const [i, key] of keys.entries()) this.#see(key, items[i]);
    const found = await Promise.all(ids.map((id) => this.thing(kind, id)));
    return found.filter((thing) => thing !== null);
  }

  /** Every client, project, task or tag, in order of their numbers. */
  async things<K extends CatalogueKind>(kind: K): Promise<CatalogueThings[K][]> {
    const keys = chunkKeys(kind);
    const items = await this.#tx.between(keys[0] ?? '', keys.at(-1) ?? '');
    const all = items.flatMap((item) => (migrateItem(item).value as Chunk<K> | null) ?? []);
    return all.sort((a, b) => a.number - b.number);
  }

  async pagesBetween(first: Day, last: Day): Promise<Page[]> {
    const items = await this.#tx.between(pageKey(first), pageKey(last));
    return items.map((item) => ({
      day: dayOfPageKey(item.key),
      entries: migrateItem(item).value as readonly TimeEntry[],
    }));
  }

  /** Days that have a page, in order. */
  async daysBetween(first: Day, last: Day): Promise<Day[]> {
    return (await this.#tx.keysBetween(pageKey(first), pageKey(last))).map(dayOfPageKey);
  }

  /** Every page, oldest first, holding only some of them. */
  async *allPages(): AsyncGenerator<PageSlice> {
    yield* pagesAhead(await this.daysBetween(EVERY_DAY.first, EVERY_DAY.last), (first, last) =>
      this.pagesBetween(first, last),
    );
  }

  /** Goes through the pages from a day on, newest first, holding only some of them at a time. */
  async eachPage(first: Day, visit: (page: Page) => void): Promise<void> {
    const keys = (await this.#tx.keysBetween(pageKey(first), pageKey(EVERY_DAY.last))).reverse();
    for (let i = 0; i < keys.length; i += SLICE) {
      const slice = keys.slice(i, i + SLICE).map(dayOfPageKey);
      for (const page of (await this.pagesBetween(slice.at(-1) ?? EVERY_DAY.last, slice[0] ?? first)).reverse())
        visit(page);
    }
  }

  /** Totals of the days that have any, in order. */
  totalsBetween = (first: Day, last: Day): Promise<DayTotal[]> => this.#tx.totalsBetween(first, last);

  /** Entries that may share time with the span: those of its days, and of the days before that may reach into it. */
  async entriesAround(start: Instant, end: Instant): Promise<TimeEntry[]> {
    const first = addDays(dayOf(start, 'UTC'), -LONGEST_ENTRY_DAYS);
    const pages = await this.pagesBetween(first, addDays(dayOf(end, 'UTC'), 1));
    return pages.flatMap((page) => page.entries);
  }

  /** Entries with time on some civil days, each counted in its own zone; they may have begun on the days before. */
  async entriesOn(first: Day, last: Day): Promise<TimeEntry[]> {
    const [own, [total]] = await Promise.all([this.pagesBetween(first, last), this.totalsBetween(first, first)]);
    const entries = own.flatMap((page) => page.entries);
    // The first day's total tells whether anything reaches into it: most often nothing does, and a month is not read for it.
    const begunThere = own[0]?.day === first ? own[0].entries.reduce((ms, entry) => ms + msOn(first, entry), 0) : 0;
    return msOfDay(total) > begunThere ? [...(await this.#reachingInto(first)), ...entries] : entries;
  }

  async #reachingInto(first: Day): Promise<TimeEntry[]> {
    const pages = await this.pagesBetween(addDays(first, -LONGEST_ENTRY_DAYS), addDays(first, -1));
    // No zone is more than 14 hours ahead, so most of what is long over need not be asked for its day.
    const over = Date.parse(first) - MOST_AHEAD;
    return pages.flatMap(({ day, entries }) =>
      day >= first ? entries : entries.filter(({ end, zone }) => end >= over && dayOf(end, zone) >= first),
    );
  }

  /** The entry that ended last, looking at the newest days first. */
  async latestEntry(): Promise<TimeEntry | null> {
    for (const day of (await this.daysBetween(EVERY_DAY.first, EVERY_DAY.last)).reverse()) {
      const entries = await this.entriesOf(day);
      if (entries.length > 0) return entries.reduce((last, entry) => (entry.end > last.end ? entry : last));
    }
    return null;
  }

  keysNewerThan = (n: number): Promise<string[]> => this.#tx.keysNewerThan(n);

  /** The next number of its kind; it is used up even if a later undo takes its thing away. */
  async takeNumber(kind: NumberedKind): Promise<number> {
    return (await this.numbering(kind))();
  }

  /** The same for rules that know only while they work how many numbers they need. */
  async numbering(kind: NumberedKind): Promise<() => number> {
    let counters = this.#counters ?? (await this.#value<Counters>('counters', noCounters));
    return () => {
      counters = this.#counters ?? counters;
      const number = counters[kind] + 1;
      this.#counters = { ...counters, [kind]: number };
      return number;
    };
  }

  /** The numbers given out last. */
  counters = (): Promise<Counters> => this.#value<Counters>('counters', noCounters);

  /** Takes so many numbers of a kind at once, the next `count` after the last one. */
  async takeNumbers(kind: NumberedKind, count: number): Promise<void> {
    const counters = this.#counters ?? (await this.counters());
    if (count > 0) this.#counters = { ...counters, [kind]: counters[kind] + count };
  }

  /** Counters after the numbers taken so far; null when none was. */
  get takenCounters(): Counters | null {
    return this.#counters;
  }
}
