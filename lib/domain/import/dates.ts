import type { DateOrder } from '../locale.ts';

/** Days since 1 January 1970 and, where the text went on, the rest of it. */
export interface ReadDate {
  readonly days: number;
  readonly rest: string;
}

const numeric = /^\s*(\d{1,6})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,6})\.?(?=$|[\sT,])/;
const named =
  /^\s*(?:\p{L}+\.?,?\s+)?(?:(\d{1,2})\.?\s+(\p{L}{3,})\.?|(\p{L}{3,})\.?\s+(\d{1,2})),?\s+(\d{4})(?=$|[\sT,])/u;
// biome-ignore format: a table reads better in few lines
const months: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, mär: 3, apr: 4, may: 5, mai: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, okt: 10, nov: 11, dec: 12, dez: 12,
};
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
  if (!numbers) return readNamed(text);
  const { first, second, last, end } = numbers;
  const yearIsFirst = yearFirst(numbers) || order === 'ymd';
  const days = yearIsFirst
    ? daysOf(first, second, last)
    : order === 'mdy'
      ? daysOf(last, first, second)
      : daysOf(last, second, first);
  return days === null ? null : { days, rest: text.slice(end) };
}

function readNamed(text: string): ReadDate | null {
  const found = named.exec(text);
  if (!found) return null;
  const month = months[(found[2] ?? found[3] ?? '').slice(0, 3).toLowerCase()];
  const days = month === undefined ? null : daysOf(Number(found[5]), month, Number(found[1] ?? found[4]));
  return days === null ? null : { days, rest: text.slice(found[0].length) };
}

/** What a whole column says of the order of day and month. */
export interface OrderFound {
  /** Null: both orders fit every date; a person has to say. */
  readonly order: DateOrder | null;
  /** Some dates of the column, as written. */
  readonly examples: readonly string[];
}

const EXAMPLES = 3;

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
    else if (numbers.first !== numbers.second && this.#open.length < EXAMPLES) this.#open.push(text);
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
