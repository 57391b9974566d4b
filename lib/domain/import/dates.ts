import type { DateOrder } from '../locale.ts';
import { monthNamed } from '../month-name.ts';

/** Days since 1 January 1970 and, where the text went on, the rest of it. */
export interface ReadDate {
  readonly days: number;
  readonly rest: string;
}

/** Before it may stand a weekday, after it a time. */
const numeric = /^\s*(?:\p{L}+\.?,?\s+)?(\d{1,6})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,6})\.?(?=$|[\sT,])/u;
const named =
  /^\s*(?:\p{L}+\.?,?\s+)?(?:(\d{1,2})(?:\.|st|nd|rd|th|er)?[\s/-]+(?:de\s+)?(\p{L}{3,})\.?|(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?),?[\s/-]+(?:de\s+)?(\d{4}|\d\d)(?=$|[\sT,])/u;
/** `20261119`, `20261119T080000Z`. */
const compact = /^\s*((?:19|20|21)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z?))?\s*$/;
const serial = /^\s*(\d{5})(?:[.,](\d+))?\s*$/;
const epoch = /^\s*(\d{10}|\d{13})\s*$/;
/** From the epoch of spreadsheets, 30 December 1899, to 1 January 1970. */
const SERIAL_EPOCH = 25_569;
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'nb', 'da', 'cs'];
const known = new Map<string, number | null>();

function monthOf(word: string): number | null {
  const before = known.get(word);
  if (before !== undefined) return before;
  const month = languages.reduce<number | null>((found, language) => found ?? monthNamed([word], language), null);
  known.set(word, month);
  return month;
}

const dayLength = 86_400_000;

const daysOf = (year: number, month: number, day: number): number | null => {
  const full = year < 100 ? 2000 + year : year;
  const ms = Date.UTC(full, month - 1, day);
  const made = new Date(ms);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? ms / dayLength : null;
};

interface Numbers {
  readonly first: number;
  readonly second: number;
  readonly last: number;
  readonly sign: string;
  readonly end: number;
}

function numbersIn(text: string): Numbers | null {
  const found = numeric.exec(text);
  if (!found) return null;
  const [whole, first, sign = '', second, last] = found;
  return { first: Number(first), second: Number(second), last: Number(last), sign, end: whole.length };
}

const yearFirst = ({ first }: Numbers): boolean => first > 31;

/** Reads a date at the beginning of a text. @param order what numbers mean when the year is not first */
export function readDate(text: string, order: DateOrder): ReadDate | null {
  const numbers = numbersIn(text);
  if (!numbers) return readNamed(text) ?? readCounted(text);
  const days = daysIn(numbers, order);
  return days === null ? null : { days, rest: text.slice(numbers.end) };
}

/** The same, whatever order the numbers are in: whether there is a date, and what comes after it. */
export const readAnyDate = (text: string): ReadDate | null => readDate(text, 'dmy') ?? readDate(text, 'mdy');

function daysIn(numbers: Numbers, order: DateOrder): number | null {
  const { first, second, last } = numbers;
  if (yearFirst(numbers) || order === 'ymd') return daysOf(first, second, last);
  return order === 'mdy' ? daysOf(last, first, second) : daysOf(last, second, first);
}

function readNamed(text: string): ReadDate | null {
  const found = named.exec(text);
  if (!found) return null;
  const month = monthOf(found[2] ?? found[3] ?? '');
  const days = month === null ? null : daysOf(Number(found[5]), month, Number(found[1] ?? found[4]));
  return days === null ? null : { days, rest: text.slice(found[0].length) };
}

/** Dates as machines write them: digits only, a spreadsheet's days, seconds or milliseconds since 1970. */
function readCounted(text: string): ReadDate | null {
  const digits = compact.exec(text);
  if (digits) {
    const [, year, month, day, hour, minute, second = '00', zulu = ''] = digits;
    const days = daysOf(Number(year), Number(month), Number(day));
    return days === null ? null : { days, rest: hour === undefined ? '' : ` ${hour}:${minute}:${second}${zulu}` };
  }
  const since = epoch.exec(text)?.[1];
  if (since !== undefined) return { ...parted(Number(since.padEnd(13, '0'))) };
  const counted = serial.exec(text);
  if (!counted) return null;
  const { days, rest } = parted(
    Math.round((Number(`${counted[1]}.${counted[2] ?? 0}`) - SERIAL_EPOCH) * 86_400) * 1000,
  );
  return { days, rest: counted[2] === undefined ? '' : rest.slice(0, -1) };
}

const parted = (ms: number): ReadDate => ({
  days: Math.floor(ms / dayLength),
  rest: new Date(ms).toISOString().slice(10),
});

/** What a whole column says of the order of day and month. */
export interface OrderFound {
  /** Null: both orders fit every date; a person has to say. */
  readonly order: DateOrder | null;
  /** Some dates of the column, as written. */
  readonly examples: readonly string[];
}

const EXAMPLES = 3;
/** No entry is longer than this when another order makes it weeks shorter. */
const LONGEST = 2;

/** Looks at dates one by one: a number above twelve is no month. */
export class OrderFinder {
  #dayFirst = 0;
  #monthFirst = 0;
  readonly #open: string[] = [];

  see(text: string): void {
    const numbers = numbersIn(text);
    if (!numbers || yearFirst(numbers)) return;
    if (numbers.first > 12) this.#dayFirst += 1;
    else if (numbers.second > 12) this.#monthFirst += 1;
    // only Germans and their neighbours write points, and they write the day first
    else if (numbers.sign === '.') this.#dayFirst += 1;
    else if (numbers.first !== numbers.second && this.#open.length < EXAMPLES && !this.#open.includes(text))
      this.#open.push(text);
  }

  /** The two dates of one entry: in the wrong order of day and month, a night would last for weeks. */
  seeBoth(start: string, end: string): void {
    const from = numbersIn(start);
    const to = numbersIn(end);
    if (!from || !to || start === end || yearFirst(from)) return;
    const lasts = (order: DateOrder): boolean => {
      const days = (daysIn(to, order) ?? Number.NaN) - (daysIn(from, order) ?? Number.NaN);
      return days >= 0 && days <= LONGEST;
    };
    if (lasts('dmy') && !lasts('mdy')) this.#dayFirst += 1;
    if (lasts('mdy') && !lasts('dmy')) this.#monthFirst += 1;
  }

  get found(): OrderFound {
    const examples = this.#open;
    // where a file contradicts itself the commoner order holds, and the others are told line by line
    if (this.#dayFirst > 0 || this.#monthFirst > 0) {
      return { order: this.#dayFirst >= this.#monthFirst ? 'dmy' : 'mdy', examples };
    }
    return { order: examples.length === 0 ? 'dmy' : null, examples };
  }
}
