import { dayOf } from '../civil.ts';
import type { Instant, TimeEntry } from '../entry.ts';
import { fold } from '../fold.ts';
import type { Span } from './convert.ts';

const second = (at: Instant): number => Math.floor(at / 1000);

const keyOf = (start: Instant, end: Instant, description: string): string =>
  `${second(start)} ${second(end)} ${description.trim()}`;

/** Of a row that says no times: what it says of the work, with the day and the length. */
export interface Placed {
  readonly project: string;
  readonly task: string;
}

const placedKey = ({ start, end, zone, description }: Told, { project, task }: Placed): string =>
  [dayOf(start, zone), second(end - start), description.trim(), fold(project.trim()), fold(task.trim())].join('\n');

type Told = Pick<TimeEntry, 'start' | 'end' | 'zone' | 'description'>;
type Sought = Pick<Span, 'start' | 'end' | 'zone'> & Partial<Span>;

const noWork = (): Placed => ({ project: '', task: '' });

/**
 * Knows which entries of a file are there already: the same times to the second and the same words, or the same id. A
 * row without times, which stands wherever there was room for it, is the same on the same day with the same length.
 */
export class AlreadyThere {
  readonly #starts: ReadonlySet<number>;
  readonly #hasPlaced: boolean;
  readonly #counts = new Map<string, number>();
  readonly #ids = new Set<string>();

  /** @param spans of the file's entries: only what could be the same is remembered */
  constructor(spans: readonly Sought[]) {
    this.#starts = new Set(spans.map(({ start }) => second(start)));
    this.#hasPlaced = spans.some(({ placed }) => placed === true);
  }

  see(entry: TimeEntry, work = noWork): void {
    this.#ids.add(entry.id);
    if (this.#hasPlaced) this.#count(placedKey(entry, work()));
    if (this.#starts.has(second(entry.start))) this.#count(keyOf(entry.start, entry.end, entry.description));
  }

  #count = (key: string): void => void this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);

  /** Two alike in a file are one more than one that is there. */
  takes(span: Sought, description: string, id: string, work = noWork): boolean {
    if (id !== '' && this.#ids.has(id)) return true;
    const key = span.placed ? placedKey({ ...span, description }, work()) : keyOf(span.start, span.end, description);
    const left = this.#counts.get(key) ?? 0;
    if (left === 0) return false;
    this.#counts.set(key, left - 1);
    return true;
  }
}
