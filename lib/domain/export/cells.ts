import { dayOf } from '../civil.ts';
import type { Day, Instant } from '../entry.ts';
import { stretchAt } from '../offset.ts';

/** Text that a spreadsheet would take for a formula; the full-width signs count as the plain ones there. */
const formula = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Text that no spreadsheet runs: an apostrophe goes before what looks like a formula. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** Takes that apostrophe off again. */
export const unharmed = (text: string): string => (text.startsWith("'") && formula.test(text) ? text.slice(1) : text);

const special = /[",;\r\n]|^\s|\s$/;

/** A cell of a CSV file, quoted where it has to be. */
export const cell = (text: string): string => (special.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of a CSV file. RFC 4180: lines end with CR LF. */
export const line = (cells: readonly string[]): string => plainLine(cells.map(cell));

/** The same of cells that are quoted already or need not be. */
export const plainLine = (cells: readonly string[]): string => `${cells.join(',')}\r\n`;

const day = 86_400_000;

export interface Civil {
  readonly day: Day;
  /** `HH:MM:SS`. */
  readonly time: string;
}

const two: readonly string[] = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));
const twoDigits = (n: number): string => two[n] ?? String(n);

/** Date and time of day of an instant in a zone. */
export function civilAt(instant: Instant, zone: string): Civil {
  const local = instant + stretchAt(instant, zone).offset;
  return { day: dayOf(instant, zone), time: clockDuration(local - Math.floor(local / day) * day) };
}

/** An instant as ISO 8601 writes it, in UTC, with milliseconds. */
export function isoInstant(instant: Instant): string {
  const { day: date, time } = civilAt(instant, 'UTC');
  return `${date}T${time}.${String(instant - Math.floor(instant / 1000) * 1000).padStart(3, '0')}Z`;
}

/** `01:05:09`, whole seconds. */
export function clockDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}

/** Decimal hours with a point, `1.25`; as many digits as asked for. */
export const decimalHours = (ms: number, digits: number): string => (ms / 3_600_000).toFixed(digits);

const digitsOf = new Map<string, number>();

/** Digits after the point of a currency. */
export function currencyDigits(currency: string): number {
  const known = digitsOf.get(currency);
  if (known !== undefined) return known;
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  digitsOf.set(currency, digits ?? 2);
  return digits ?? 2;
}

/** Minor units as a plain number of the currency, `187.50`. */
export function plainMoney(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  return (minor / 10 ** digits).toFixed(digits);
}

/** Tags in one cell: a comma list, a name with a comma or a quote in quotes of its own. */
export const joinTags = (tags: readonly string[]): string =>
  tags.map((tag) => (/[",]|^\s|\s$/.test(tag) ? `"${tag.replaceAll('"', '""')}"` : tag)).join(', ');
