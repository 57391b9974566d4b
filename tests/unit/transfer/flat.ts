import fc from 'fast-check';
import type { FlatEntry } from '../../../lib/domain/flat-entry.ts';

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC', 'Pacific/Apia'];
/** Text as people, spreadsheets and attackers write it. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom(
    '=1+1',
    "'=1",
    '+49 30',
    '-',
    '@home',
    'a, "b"',
    'line\nbreak',
    ' spaced ',
    "'tis",
    '＝2',
    ';',
    'Ünïcode 会議',
    '\t',
  ),
);
const name = fc.oneof(text, fc.constant('')).map((it) => it.trim());
const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2040, 0, 1) });
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'KWD');

export const flatEntry: fc.Arbitrary<FlatEntry> = fc
  .record({
    id: fc.uuid({ version: 7 }),
    description: text,
    client: name,
    project: name,
    task: name,
    tags: fc.uniqueArray(
      name.filter((it) => it !== ''),
      { maxLength: 3 },
    ),
    billable: fc.boolean(),
    start: instant,
    length: fc.integer({ min: 0, max: 40 * 3_600_000 }),
    zone: fc.constantFrom(...zones),
    rate: fc.option(fc.record({ amount: fc.integer({ min: 0, max: 1_000_000 }), currency }), { nil: null }),
    invoice: fc.option(
      fc.record({
        number: name,
        day: fc.constantFrom('2026-11-01', '2024-02-29'),
        paid: fc.boolean(),
        locked: fc.boolean(),
      }),
      { nil: null },
    ),
  })
  // a task belongs to a project, and a client is a project's
  .map(({ length, ...entry }) => ({
    ...entry,
    client: entry.project === '' ? '' : entry.client,
    task: entry.project === '' ? '' : entry.task,
    end: entry.start + length,
  }));
