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
export const line = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

export interface Civil {
  readonly day: Day;
  /** `HH:MM:SS`. */
  readonly time: string;
}

/** Date and time of day of an instant in a zone. */
export function civilAt(instant: Instant, zone: string): Civil {
  const local = new Date(instant + stretchAt(instant, zone).offset).toISOString();
  const at = local.indexOf('T');
  return { day: local.slice(0, at), time: local.slice(at + 1, at + 9) };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `01:05:09`, whole seconds. */
export function clockDuration(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
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
