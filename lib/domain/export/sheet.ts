import type { Instant } from '../entry.ts';
import { exactAmount, type FlatEntry, type Shown } from '../flat-entry.ts';
import { stretchAt } from '../offset.ts';
import { currencyDigits } from './cells.ts';

/** What a worksheet has room for, its heading among them. */
export const ROWS_OF_A_SHEET = 1_048_576;
const LONGEST_CELL = 32_767;

/** Number formats of styles.xml, by their place there. */
const style = { plain: 0, head: 1, dateTime: 2, duration: 3, money: 4 } as const;

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write them
const unwritable = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const xml = (text: string): string =>
  text
    .slice(0, LONGEST_CELL)
    .toWellFormed()
    .replace(unwritable, '')
    .replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);

/** What a cell is besides its place; null: an empty one. */
type Cell = string | null;
const textCell = (text: string, s: number = style.plain): Cell =>
  text === '' ? null : `t="inlineStr" s="${s}"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
const numberCell = (value: number, s: number): Cell => `s="${s}"><v>${value}</v></c>`;
const noCell: Cell = null;

/** No sheet here is wider than the alphabet. */
const letter = (column: number): string => String.fromCharCode(65 + column);
const rowOf = (cells: readonly Cell[], row: number): string =>
  `<row r="${row}">${cells.map((cell, i) => (cell === null ? '' : `<c r="${letter(i)}${row}" ${cell}`)).join('')}</row>`;

const DAY = 86_400_000;
/** Days from the epoch of spreadsheets, 30 December 1899, to 1 January 1970. */
const EPOCH = 25_569;

/** Date and time of day in the zone, as spreadsheets count: days and a fraction, to the second. */
const serial = (instant: Instant, zone: string): number => {
  const local = instant + stretchAt(instant, zone).offset;
  return EPOCH + (Math.floor(local / 1000) * 1000) / DAY;
};

const columns = [
  ...['Description', 'Client', 'Project', 'Task', 'Tags', 'Billable', 'Start', 'End', 'Time zone', 'Duration'],
  ...['Hours', 'Hourly rate', 'Amount', 'Currency', 'Invoice number', 'Invoice date', 'Paid'],
];
const roundedColumns = ['Rounded duration', 'Rounded hours', 'Rounded amount'];

export const sheetHead = (rounded: boolean): string => {
  const names = rounded ? [...columns, ...roundedColumns] : columns;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    '<cols><col min="1" max="1" width="40" customWidth="1"/><col min="2" max="20" width="18" customWidth="1"/></cols>' +
    `<sheetData>${rowOf(
      names.map((name) => textCell(name, style.head)),
      1,
    )}`
  );
};

export const sheetFoot = '</sheetData></worksheet>';

/** @param row its number in the sheet; the heading is 1 */
export function sheetRow(entry: FlatEntry, shown: Shown | null, row: number): string {
  const { rate, invoice, zone } = entry;
  const ms = entry.end - entry.start;
  const money = (minor: number | null): Cell =>
    minor === null || !rate ? noCell : numberCell(minor / 10 ** currencyDigits(rate.currency), style.money);
  const cells = [
    ...[entry.description, entry.client, entry.project, entry.task, entry.tags.join(', ')].map((text) =>
      textCell(text),
    ),
    textCell(entry.billable ? 'Yes' : 'No'),
    numberCell(serial(entry.start, zone), style.dateTime),
    numberCell(serial(entry.end, zone), style.dateTime),
    textCell(zone),
    numberCell(ms / DAY, style.duration),
    numberCell(Math.round(ms / 3.6) / 1e6, style.plain),
    ...[money(rate?.amount ?? null), money(exactAmount(entry)), textCell(rate?.currency ?? '')],
    ...(invoice ? [invoice.number, invoice.day, invoice.paid ? 'Yes' : 'No'] : ['', '', '']).map((text) =>
      textCell(text),
    ),
    ...(shown
      ? [
          numberCell(shown.ms / DAY, style.duration),
          numberCell(Math.round(shown.ms / 3.6) / 1e6, style.plain),
          money(shown.amount),
        ]
      : []),
  ];
  return rowOf(cells, row);
}
