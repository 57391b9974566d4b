import type { Instant } from '../entry.ts';
import type { DateOrder } from '../locale.ts';
import { type ReadDate, readDate } from './dates.ts';
import { instantsOf } from './local.ts';
import type { RawRow } from './raw.ts';
import type { Source } from './source.ts';
import { type ReadTime, readDuration, readTime } from './times.ts';

/** Why a row is no entry. Each has words, `unreadable_<reason>`. */
export type Unreadable =
  | 'noDate'
  | 'noStart'
  | 'noEnd'
  | 'noDuration'
  | 'endsBeforeStart'
  | 'outOfRange'
  | 'tooLong'
  | 'textTooLong'
  | 'isBreak'
  | 'halfLine'
  | 'openQuote';

export interface Reading {
  readonly source: Source;
  readonly order: DateOrder;
  /** Zone of times that say none. */
  readonly zone: string;
  /** Where rows without times begin, milliseconds after midnight; they are placed one after the other. */
  readonly dayStart: number;
}

export interface Span {
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: string;
}

const day = 86_400_000;
const LONGEST = 366 * day;
const EARLIEST = 0;
const LATEST = Date.UTC(2101, 0, 1);
const LONGEST_TEXT = 5000;
const LONGEST_NAME = 500;

/** One end of an entry as read: exact, or a local time that may stand for two instants. */
type Moment = { readonly exact: Instant } | { readonly local: number };

const known = new Map<string, boolean>();

export function isZone(zone: string): boolean {
  const before = known.get(zone);
  if (before !== undefined) return before;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    known.set(zone, true);
  } catch {
    known.set(zone, false);
  }
  return known.get(zone) === true;
}

/** Turns rows into spans of time, in the order of the file. */
export class Converter {
  readonly #reading: Reading;
  /** By day and person: where the next row without times begins. */
  readonly #next = new Map<string, number>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  convert(row: RawRow): Span | Unreadable {
    const text = textProblem(row);
    if (text) return text;
    if (this.#reading.source === 'clockify' && row.type?.trim().toLowerCase() === 'break') return 'isBreak';
    const zone = row.zone && isZone(row.zone.trim()) ? row.zone.trim() : this.#reading.zone;
    const length = row.duration === undefined ? null : readDuration(row.duration);
    const start = this.#startOf(row, length);
    if (typeof start === 'string') return start;
    const end = this.#endOf(row, start, length);
    if (typeof end === 'string') return end;
    return within(closest(start, end, length, zone), zone);
  }

  #startOf(row: RawRow, length: number | null): Moment | Unreadable {
    const dated = readDate(row.start ?? row.startDate ?? row.date ?? '', this.#reading.order);
    if (!dated) return 'noDate';
    const time = readTime(row.startTime?.trim() || dated.rest);
    if (time) return momentOf(dated, time);
    if (row.startTime?.trim() || row.start !== undefined || dated.rest.trim()) return 'noStart';
    return length === null ? 'noDuration' : { local: this.#place(dated, row.user ?? '', length) };
  }

  #endOf(row: RawRow, start: Moment, length: number | null): Moment | Unreadable {
    const dateText = row.end ?? row.endDate ?? '';
    const dated = readDate(dateText, this.#reading.order);
    const timeText = row.endTime?.trim() || (dated?.rest ?? (row.end === undefined ? '' : dateText));
    const time = readTime(timeText);
    if (this.#reading.source === 'toggl' && (timeText === '' || timeText === '-')) return 'noEnd';
    if (dated && time) return momentOf(dated, time);
    if (time && row.endDate === undefined && 'local' in start) {
      // a time alone is on the day of the start, or past the midnight after it
      const local = Math.floor(start.local / day) * day + time.ms;
      return { local: local < start.local ? local + day : local };
    }
    if (length === null) return 'noEnd';
    // a zone's clock may change in between: the length counts
    return 'exact' in start ? { exact: start.exact + length } : { local: Number.NaN };
  }

  #place({ days }: ReadDate, user: string, length: number): number {
    const key = `${days} ${user}`;
    const local = this.#next.get(key) ?? days * day + this.#reading.dayStart;
    this.#next.set(key, local + length);
    return local;
  }
}

const momentOf = ({ days }: ReadDate, { ms, offset }: ReadTime): Moment =>
  offset === null ? { local: days * day + ms } : { exact: days * day + ms - offset };

const instants = (moment: Moment, zone: string): readonly [Instant, ...Instant[]] =>
  'exact' in moment ? [moment.exact] : instantsOf(moment.local, zone);

/** Of the instants that two local times may stand for, the pair that is as long as the file says. */
function closest(start: Moment, end: Moment, length: number | null, zone: string): Omit<Span, 'zone'> {
  const starts = instants(start, zone);
  if ('local' in end && Number.isNaN(end.local)) return { start: starts[0], end: starts[0] + (length ?? 0) };
  const ends = instants(end, zone);
  if (starts.length > 1 || ends.length > 1) {
    const pairs = starts.flatMap((from) => ends.map((to) => ({ start: from, end: to })));
    const exact = pairs.find((pair) => length !== null && Math.abs(pair.end - pair.start - length) < 1000);
    const possible = exact ?? pairs.find((pair) => pair.end >= pair.start);
    if (possible) return possible;
  }
  return { start: starts[0], end: ends[0] };
}

function within({ start, end }: Omit<Span, 'zone'>, zone: string): Span | Unreadable {
  if (!(start >= EARLIEST && end < LATEST && start < LATEST)) return 'outOfRange';
  if (end < start) return 'endsBeforeStart';
  return end - start > LONGEST ? 'tooLong' : { start, end, zone };
}

function textProblem({ description, client, project, task, tags }: RawRow): Unreadable | null {
  if ((description?.length ?? 0) > LONGEST_TEXT || (tags?.length ?? 0) > LONGEST_TEXT) return 'textTooLong';
  return [client, project, task].some((name) => (name?.length ?? 0) > LONGEST_NAME) ? 'textTooLong' : null;
}
