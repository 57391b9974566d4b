import type { Day, Id, Instant, TimeEntry } from '../domain/entry.ts';
import { byStart, dayOfEntry } from '../storage/page-edits.ts';
import type { PageSlice } from '../storage/pages-ahead.ts';
import { backupPieces } from './backup-pieces.ts';
import { isEntry } from './backup-shape.ts';
import { type EntrySlice, inPages } from './page-slices.ts';
import { FileProblem } from './problem.ts';

/** As many as the suggestions of recent work are made of. */
export const LATEST = 2000;

/** Notes what matters of all entries while they pass. */
export class EntriesSeen {
  readonly #ids = new Set<Id>();
  #day: Day = '';
  first: Instant = Number.POSITIVE_INFINITY;
  last: Instant = 0;
  mostNumber = 0;
  /** The last ones of the file. */
  latest: TimeEntry[] = [];
  /** Whether they stand in order of their days and each once, as in what we write. */
  inOrder = true;
  /** As they stand, also those that stand twice. */
  lines = 0;

  /** @throws {FileProblem} for what is none */
  see(entries: readonly unknown[]): void {
    for (const entry of entries) {
      if (!isEntry(entry)) throw new FileProblem('damaged');
      const day = dayOfEntry(entry);
      this.inOrder &&= day >= this.#day && !this.#ids.has(entry.id);
      this.#day = day;
      this.#ids.add(entry.id);
      this.first = Math.min(this.first, entry.start);
      this.last = Math.max(this.last, entry.start);
      this.mostNumber = Math.max(this.mostNumber, entry.number);
    }
    this.lines += entries.length;
    this.latest = [...this.latest, ...(entries as readonly TimeEntry[])].slice(-LATEST);
  }

  get count(): number {
    return this.#ids.size;
  }
}

/** Pages in order of day, and the latest of their entries. */
export interface OrderedEntries {
  readonly latest: readonly TimeEntry[];
  readonly pages: AsyncIterable<PageSlice>;
}

/** The entries of a backup that was looked at. They are read anew when they are needed, not held. */
export class BackupEntries {
  readonly #file: Blob;
  readonly #sum: number;
  readonly #inOrder: boolean;
  readonly #latest: readonly TimeEntry[];
  readonly #mended: (entry: TimeEntry) => TimeEntry;
  readonly count: number;
  /** Instants of the first and the last start. */
  readonly first: Instant;
  readonly last: Instant;
  readonly mostNumber: number;

  /**
   * @param sum of the file as it was looked at
   * @param mended without names of what the file does not hold
   */
  constructor(file: Blob, sum: number, seen: EntriesSeen, mended: (entry: TimeEntry) => TimeEntry) {
    this.#file = file;
    this.#sum = sum;
    this.#inOrder = seen.inOrder;
    this.#latest = seen.latest.map(mended);
    this.#mended = mended;
    this.count = seen.count;
    this.first = seen.first;
    this.last = seen.last;
    this.mostNumber = seen.mostNumber;
  }

  /** Some at a time, as they stand in the file. @throws {FileProblem} when it is not what was looked at any more */
  async *#each(): AsyncGenerator<EntrySlice> {
    for await (const piece of backupPieces(this.#file)) {
      if (piece.kind === 'entries') {
        yield { entries: (piece.entries as readonly TimeEntry[]).map(this.#mended), share: piece.share };
      }
      if (piece.kind === 'foot' && piece.sum !== this.#sum) throw new FileProblem('notReadable');
    }
  }

  /** All of them, each once. */
  async all(): Promise<TimeEntry[]> {
    const byId = new Map<Id, TimeEntry>();
    for await (const { entries } of this.#each()) for (const entry of entries) byId.set(entry.id, entry);
    return [...byId.values()];
  }

  async inOrder(): Promise<OrderedEntries> {
    if (this.#inOrder) return { latest: this.#latest, pages: inPages(this.#each()) };
    const days = Map.groupBy(await this.all(), dayOfEntry); // of another hand than ours: held as a whole
    const entries = [...days.keys()].sort().flatMap((day) => (days.get(day) ?? []).sort(byStart));
    return { latest: entries.slice(-LATEST), pages: inPages(slicesOf(entries)) };
  }
}

const SLICE = 4000;

async function* slicesOf(all: readonly TimeEntry[]): AsyncGenerator<EntrySlice> {
  for (let i = 0; i < all.length; i += SLICE) yield { entries: all.slice(i, i + SLICE), share: i / all.length };
}
