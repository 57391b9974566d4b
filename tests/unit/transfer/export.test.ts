import fc from 'fast-check';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import readWorkbook from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { harmless, unharmed } from '../../../lib/domain/export/cells.ts';
import { fileName } from '../../../lib/domain/export/file-name.ts';
import { markdownTable } from '../../../lib/domain/export/markdown.ts';
import type { FlatEntry } from '../../../lib/domain/flat-entry.ts';
import { stretchAt } from '../../../lib/domain/offset.ts';
import { type ExportFormat, exportEntries } from '../../../lib/transfer/export.ts';
import { flatEntry } from './flat.ts';

const exported = async (format: ExportFormat, entries: readonly FlatEntry[]) => {
  const described = { created: '2026-11-24T10:00:00.000Z', range: null, filters: [], rounding: null };
  const reader = { user: 'Ada', currency: 'EUR' };
  return exportEntries({
    ...{ format, described, reader, shown: null, untitled: 'No description' },
    entries: [entries],
    count: entries.length,
  });
};

const second = (ms: number): number => Math.floor(ms / 1000);

/** A fraction of a day is off by less than a millisecond. */
const secondIn = (cell: unknown): number => (cell instanceof Date ? second(cell.getTime() + 1) : Number.NaN);

test('an independent calendar program reads every entry to the second', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(flatEntry, { maxLength: 5 }), async (entries) => {
      const { blob } = await exported('ics', entries);
      const events = new ICAL.Component(ICAL.parse(await blob.text())).getAllSubcomponents('vevent');
      const read = events.map((event) => new ICAL.Event(event));
      expect(read.map(({ uid }) => uid)).toEqual(entries.map(({ id }) => `${id}@timetracker`));
      for (const [i, entry] of entries.entries()) {
        expect(read[i]?.startDate.toUnixTime()).toBe(second(entry.start));
        expect(read[i]?.endDate.toUnixTime()).toBe(second(entry.end));
      }
    }),
    { numRuns: 50 },
  );
});

test('an independent spreadsheet reader reads dates, durations and text of a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(flatEntry, { minLength: 1, maxLength: 5 }), async (entries) => {
      const { blob } = await exported('xlsx', entries);
      const sheets = await readWorkbook(Buffer.from(await blob.arrayBuffer()));
      const rows = sheets[0]?.data.slice(1) ?? [];
      for (const [i, entry] of entries.entries()) {
        const row = rows[i] ?? [];
        // A cell has no zone: what it shows is the time of day there.
        const there = (at: number): number => second(at + stretchAt(at, entry.zone).offset);
        expect(secondIn(row[6])).toBe(there(entry.start));
        expect(secondIn(row[7])).toBe(there(entry.end));
        expect(row[5]).toBe(entry.billable ? 'Yes' : 'No');
        expect(row[10] as number).toBeCloseTo((entry.end - entry.start) / 3_600_000, 5);
        if (entry.rate?.currency === 'JPY') expect(row[11]).toBe(entry.rate.amount);
      }
    }),
    { numRuns: 40 },
  );
});

test('no cell runs in a spreadsheet, and every text comes back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^'{0,3}[=+@＝\t-].*$/)), (text) => {
      expect(harmless(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      expect(unharmed(harmless(text))).toBe(text);
    }),
  );
});

test('files are named by range and filters', () => {
  expect(fileName({ from: '2026-11-09', to: '2026-11-15' }, [], 'csv')).toBe('timetracker_2026-11-09_2026-11-15.csv');
  expect(fileName(null, ['Osei Clinic', '/../'], 'json')).toBe('timetracker_all_osei-clinic.json');
});

test('a file that holds rounded durations is named by the rounding; one of another shape is exact', async () => {
  const rounding = 'Each entry is rounded to the nearest 15 min.';
  const described = { created: '2026-11-24T10:00:00.000Z', range: null, filters: [], rounding };
  const request = { described, reader: { user: 'Ada', currency: 'EUR' }, untitled: '', entries: [], count: 0 };
  const shown = () => ({ ms: 0, amount: null });
  const nameOf = async (format: ExportFormat) => (await exportEntries({ ...request, format, shown })).name;
  expect(await nameOf('xlsx')).toBe('timetracker_all_each-entry-is-rounded-to-the-nearest-15-min.xlsx');
  expect(await nameOf('csv')).toContain('rounded-to-the-nearest-15-min');
  expect(await nameOf('toggl')).toBe('timetracker_all_toggl.csv');
  expect(await nameOf('ics')).toBe('timetracker_all.ics');
});

test('a table in Markdown keeps its columns whatever the names hold', () => {
  expect(markdownTable(['Project', 'Time'], [['a|b\nc', '1:00']])).toBe(
    '| Project | Time |\n| --- | ---: |\n| a\\|b c | 1:00 |\n',
  );
});

test('every shape of CSV has as many cells in a row as in its heading, and none that runs', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(flatEntry, { maxLength: 5 }), async (entries) => {
      for (const format of ['csv', 'toggl', 'clockify'] as const) {
        const { blob } = await exported(format, entries);
        const { data, errors } = Papa.parse<string[]>(await blob.text(), { skipEmptyLines: true });
        expect(errors.filter(({ code }) => code !== 'UndetectableDelimiter')).toEqual([]);
        expect(data.length).toBe(entries.length + 1);
        expect(new Set(data.map((row) => row.length)).size).toBe(1);
        expect(data.flat().filter((text) => /^[=+\-@]/.test(text))).toEqual([]);
      }
    }),
    { numRuns: 50 },
  );
});
