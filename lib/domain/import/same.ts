import type { Instant, TimeEntry } from '../entry.ts';

const second = (at: Instant): number => Math.floor(at / 1000);

const keyOf = (start: Instant, end: Instant, description: string): string =>
  `${second(start)} ${second(end)} ${description.trim()}`;

/** Knows which entries of a file are there already: the same times to the second and the same words, or the same id. */
export class AlreadyThere {
  readonly #starts: ReadonlySet<number>;
  readonly #counts = new Map<string, number>();
  readonly #ids = new Set<string>();

  /** @param starts of the file's entries: only what could be the same is remembered */
  constructor(starts: Iterable<Instant>) {
    this.#starts = new Set(Array.from(starts, second));
  }

  see(entry: TimeEntry): void {
    this.#ids.add(entry.id);
    if (!this.#starts.has(second(entry.start))) return;
    const key = keyOf(entry.start, entry.end, entry.description);
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  hasId = (id: string): boolean => this.#ids.has(id);

  /** Two alike in a file are one more than one that is there. */
  takes(start: Instant, end: Instant, description: string, id: string): boolean {
    if (id !== '' && this.#ids.has(id)) return true;
    const key = keyOf(start, end, description);
    const left = this.#counts.get(key) ?? 0;
    if (left === 0) return false;
    this.#counts.set(key, left - 1);
    return true;
  }
}
