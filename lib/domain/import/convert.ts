import type { Instant } from '../entry.ts';
import type { DateOrder } from '../locale.ts';
import { type ReadDate, readDate } from './dates.ts';
import { closest, type Instants, type Moment, momentOf } from './moment.ts';
import { isTotal, type RawRow } from './raw.ts';
import type { Source } from './source.ts';
import { type DurationUnit, type ReadTime, readDuration, readTime } from './times.ts';

/** Why a row is no entry. Each has words, `unreadable_<reason>`. */
export type Unreadable =
  | 'noDate'
  | 'noStart'
  | 'noEnd'
  | 'badEnd'
  | 'noDuration'
  | 'endsBeforeStart'
  | 'outOfRange'
  | 'tooLong'
  | 'textTooLong'
  | 'isBreak'
  | 'isExpense'
  | 'isTotal'
  | 'halfLine'
  | 'longLine'
  | 'openQuote';

export interface Reading {
  readonly source: Source;
  readonly order: DateOrder;
  /** Zone of times that say none. */
  readonly zone: string;
  /** Where rows without times begin, milliseconds after midnight; they are placed one after the other. */
  readonly dayStart: number;
  /** What a duration counts that names no unit. */
  readonly unit: DurationUnit;
}

export interface Span {
  readonly start: Instant;
  readonly end: Instant;
  readonly zone: string;
  /** Whether the file says its day and length only. */
  readonly placed: boolean;
}

const day = 86_400_000;
const hour = 3_600_000;
const LONGEST = 366 * day;
const EARLIEST = 0;
const LATEST = Date.UTC(2101, 0, 1);
const LONGEST_TEXT = 5000;
const LONGEST_NAME = 500;

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

const keyOf = ({ days }: ReadDate, { user }: RawRow): string => `${days} ${user ?? ''}`;

/** Turns rows into spans of time, in the order of the file. */
export class Converter {
  readonly #reading: Reading;
  /** By day and person: how long the rows without times are together, and where the next of them begins. */
  readonly #sums = new Map<string, number>();
  readonly #next = new Map<string, number>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  /** Has to see every row before the first is converted, so that a day's rows without times stay on their day. */
  see(row: RawRow): void {
    const dated = this.#dateOf(row);
    if (!dated || this.#timeOf(row, dated).text !== '' || isNoWork(row)) return;
    const key = keyOf(dated, row);
    this.#sums.set(key, (this.#sums.get(key) ?? 0) + (this.#lengthOf(row) ?? 0));
  }

  convert(row: RawRow): Span | Unreadable {
    const problem = textProblem(row) ?? isNoWork(row);
    if (problem) return problem;
    const dated = this.#dateOf(row);
    if (!dated) return isTotal(row) ? 'isTotal' : 'noDate';
    const zone = row.zone && isZone(row.zone.trim()) ? row.zone.trim() : this.#reading.zone;
    const length = this.#lengthOf(row);
    const { text, time } = this.#timeOf(row, dated);
    if (time) {
      const start = momentOf(dated, time);
      const end = this.#endOf(row, start, length);
      return typeof end === 'string' ? end : within(closest(start, end, length, zone), zone, false);
    }
    if (text !== '' || row.start !== undefined) return 'noStart';
    if (length === null) return 'noDuration';
    const local = this.#place(keyOf(dated, row), dated, length);
    return within(closest({ local }, { local: Number.NaN }, length, zone), zone, true);
  }

  #lengthOf = ({ duration }: RawRow): number | null =>
    duration === undefined ? null : readDuration(duration, this.#reading.unit);

  #dateOf(row: RawRow): ReadDate | null {
    const { order } = this.#reading;
    return whole(row.startTime, order) ?? readDate(row.start ?? row.startDate ?? row.date ?? '', order);
  }

  #timeOf = (row: RawRow, { rest }: ReadDate): { text: string; time: ReadTime | null } => {
    const text = whole(row.startTime, this.#reading.order) ? rest : row.startTime?.trim() || rest.trim();
    return { text, time: readTime(text) };
  };

  #endOf(row: RawRow, start: Moment, length: number | null): Moment | Unreadable {
    const { order, source } = this.#reading;
    const dateText = row.end ?? row.endDate ?? '';
    const joined = whole(row.endTime, order);
    const dated = joined ?? readDate(dateText, order);
    const timeText = joined?.rest ?? (row.endTime?.trim() || (dated?.rest ?? row.end ?? ''));
    const time = readTime(timeText);
    // Toggl writes a running entry's length so far
    const hasEnd = row.endTime !== undefined || row.end !== undefined;
    if (source === 'toggl' && hasEnd && (timeText === '' || timeText === '-')) return 'noEnd';
    if (dated && time) return lessPause(momentOf(dated, time), row, source);
    if (time && row.endDate === undefined && 'local' in start) {
      // a time alone is on the day of the start, or past the midnight after it
      const local = Math.floor(start.local / day) * day + time.ms;
      return lessPause({ local: local < start.local ? local + day : local }, row, source);
    }
    if (length === null) return timeText.trim().length > 1 ? 'badEnd' : 'noEnd';
    // a zone's clock may change in between: the length counts
    return 'exact' in start ? { exact: start.exact + length } : { local: Number.NaN };
  }

  #place(key: string, { days }: ReadDate, length: number): number {
    const latest = Math.floor((day - (this.#sums.get(key) ?? 0)) / hour) * hour;
    const first = Math.max(0, Math.min(this.#reading.dayStart, latest));
    const local = this.#next.get(key) ?? days * day + first;
    this.#next.set(key, local + length);
    return local;
  }
}

/** A date and a time that stand in one cell, where only a time is due. */
function whole(text: string | undefined, order: DateOrder): ReadDate | null {
  if (text === undefined || text.length < 10) return null;
  const dated = readDate(text, order);
  return dated && readTime(dated.rest) ? dated : null;
}

/** Kimai's length is without the pause inside an entry: a pause is not worked, so the entry ends earlier by it. */
function lessPause(end: Moment, { pause }: RawRow, source: Source): Moment {
  const ms = source === 'kimai' && pause ? (readDuration(pause) ?? 0) : 0;
  return 'exact' in end ? { exact: end.exact - ms } : { local: end.local - ms };
}

function isNoWork({ type }: RawRow): Unreadable | null {
  const named = type?.trim().toLowerCase();
  if (named === 'break') return 'isBreak';
  return named === 'expense' ? 'isExpense' : null;
}

function within({ start, end }: Instants, zone: string, placed: boolean): Span | Unreadable {
  if (!(start >= EARLIEST && end < LATEST && start < LATEST)) return 'outOfRange';
  if (end < start) return 'endsBeforeStart';
  return end - start > LONGEST ? 'tooLong' : { start, end, zone, placed };
}

function textProblem({ description, client, project, task, tags }: RawRow): Unreadable | null {
  if ((description?.length ?? 0) > LONGEST_TEXT || (tags?.length ?? 0) > LONGEST_TEXT) return 'textTooLong';
  return [client, project, task].some((name) => (name?.length ?? 0) > LONGEST_NAME) ? 'textTooLong' : null;
}
