import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { FlatEntry } from '../../../lib/domain/flat-entry.ts';
import type { Choices } from '../../../lib/transfer/prepare.ts';
import { readCsv } from '../../../lib/transfer/read-csv.ts';
import { flatIn, importInto, lookAt, memoryJournal, read } from './journal.ts';

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../fixtures/imports', name), 'utf8');

/** Times as they are read aloud in Berlin, which is UTC+1 in November and UTC+2 in summer. */
const at = (text: string): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime('Europe/Berlin').epochMilliseconds;

async function imported(name: string, chosen: Partial<Choices> = {}): Promise<{ entries: FlatEntry[]; bad: string[] }> {
  const world = memoryJournal();
  const { bad } = await importInto(world, fixture(name), chosen);
  return { entries: await flatIn(world), bad: bad.map(({ line, reason }) => `${line} ${reason}`) };
}

test.each([
  ['toggl-detailed', 'toggl'],
  ['toggl-new', 'toggl'],
  ['clockify-us', 'clockify'],
  ['clockify-new', 'clockify'],
  ['clockify-german', 'clockify'],
  ['harvest', 'harvest'],
  ['harvest-us', 'harvest'],
  ['kimai', 'kimai'],
  ['kimai-german', 'kimai'],
  ['solidtime', 'solidtime'],
  ['solidtime-import', 'solidtime'],
  ['drytrix', 'drytrix'],
  ['drytrix-import', 'drytrix'],
  ['plain', 'plain'],
] as const)('%s is known by its headings, also behind a byte order mark', async (name, source) => {
  expect((await read(`\uFEFF${fixture(`${name}.csv`)}`)).source).toBe(source);
});

test('Toggl Track: its detailed report', async () => {
  const { entries, bad } = await imported('toggl-detailed.csv');
  expect(bad).toEqual([]);
  expect(entries).toMatchObject([
    {
      ...{ description: 'Fix login redirect loop', client: 'Osei Clinic', project: 'Patient portal', task: 'Design' },
      ...{ tags: ['urgent', 'web'], billable: true, start: at('2026-11-19T08:20'), end: at('2026-11-19T09:45:10') },
    },
    { description: 'Read, and "think"', project: '', end: at('2026-11-20T00:15') },
    { description: 'Short one', end: at('2026-11-20T10:18:25') },
  ]);
});

test('Toggl Track: the newer shape, a dash is nothing and a running entry is told', async () => {
  const { entries, bad } = await imported('toggl-new.csv');
  expect(bad).toEqual(['4 noEnd']);
  expect(entries).toMatchObject([
    { description: 'Webhook retries', project: 'Checkout API', tags: [], start: at('2026-11-19T14:00') },
    { description: '', project: '', tags: ['web', 'urgent'] },
  ]);
});

test('Clockify: month first is found from the whole column, twelve at noon, rates in their currency', async () => {
  const { entries } = await imported('clockify-us.csv');
  expect(entries).toMatchObject([
    { description: 'Noon', start: at('2024-04-03T12:05'), end: at('2024-04-03T12:18'), rate: null },
    {
      description: 'Header',
      start: at('2024-04-23T10:23:52'),
      tags: ['web', 'css'],
      rate: { amount: 8550, currency: 'USD' },
    },
  ]);
});

test('Clockify: newer columns, invoiced stays invoiced, a break is no work', async () => {
  const { entries, bad } = await imported('clockify-new.csv');
  expect(bad).toEqual(['3 isBreak']);
  expect(entries).toMatchObject([
    {
      ...{ description: 'Kick-off', project: 'Relaunch', task: 'Meeting', start: at('2026-06-22T10:00') },
      invoice: { number: 'INV-7', day: '2026-06-22', paid: false, locked: true },
    },
  ]);
});

test('Clockify: points and semicolons', async () => {
  const { entries } = await imported('clockify-german.csv');
  expect(entries).toMatchObject([{ project: 'Büro', client: 'Größer & Söhne', start: at('2026-08-18T08:00') }]);
});

test('Clockify: a column that fits both orders is asked about, with examples', async () => {
  const file = await read(fixture('clockify-open.csv'));
  expect(file.order).toEqual({ order: null, examples: ['03/04/2024', '05/06/2024'] });
  const first = async (order: 'dmy' | 'mdy') => (await imported('clockify-open.csv', { order })).entries[0]?.start;
  expect(await first('dmy')).toBe(at('2024-04-03T10:00'));
  expect(await first('mdy')).toBe(at('2024-03-04T10:00'));
});

test('Harvest: hours without times are placed one after the other from the chosen hour', async () => {
  const { entries } = await imported('harvest.csv', { dayStart: 8 * 3_600_000 });
  expect((await read(fixture('harvest.csv'))).placed).toBe(true);
  expect(entries).toMatchObject([
    {
      description: 'First draft',
      start: at('2026-11-18T08:00'),
      end: at('2026-11-18T09:15'),
      invoice: { locked: true },
    },
    { description: 'Second draft', start: at('2026-11-18T09:15'), end: at('2026-11-18T10:00'), invoice: null },
  ]);
  expect(entries[0]).toMatchObject({ client: 'Larkfield', project: 'Retainer', task: 'Writing', billable: true });
  const other = await imported('harvest-us.csv');
  // twenty hours have room on their day only from four o'clock
  expect(other.entries).toMatchObject([{ start: at('2026-01-30T04:00'), end: at('2026-01-31T00:00') }]);
});

test('Kimai: past midnight, decimal and clock durations, in English and German', async () => {
  const { entries, bad } = await imported('kimai.csv');
  expect(bad).toEqual([]);
  expect(entries).toMatchObject([
    {
      ...{ start: at('2026-11-19T22:30'), end: at('2026-11-20T00:30'), client: 'Northgate', project: 'Move' },
      ...{ task: 'Packing', description: 'Boxes', billable: true, tags: ['night', 'heavy'] },
      rate: { amount: 8000, currency: 'EUR' },
    },
    { end: at('2026-11-20T09:06'), billable: false },
  ]);
  expect((await imported('kimai-german.csv')).entries).toMatchObject([
    {
      ...{ client: 'Kanzlei Süß', project: 'Akte 7', task: 'Prüfung', description: 'Vertrag lesen', billable: true },
      ...{ tags: ['eilig'], start: at('2026-11-19T08:00'), end: at('2026-11-19T08:45') },
      rate: { amount: 8000, currency: 'EUR' },
    },
  ]);
});

test('Solidtime: its report in the person’s zone, its import file in UTC', async () => {
  const expected = {
    ...{ description: 'Plan sprint', task: 'Planning', project: 'Roadmap', client: 'Kestrel', billable: true },
    ...{ tags: ['team', 'plan'], start: at('2026-11-19T09:00'), end: at('2026-11-19T10:30') },
  };
  for (const name of ['solidtime.csv', 'solidtime-import.csv']) {
    expect((await imported(name)).entries, name).toMatchObject([expected]);
  }
  expect([
    (await read(fixture('solidtime.csv'))).needsZone,
    (await read(fixture('solidtime-import.csv'))).needsZone,
  ]).toEqual([true, false]);
});

test('DRYTRIX TimeTracker: both files, paid stays paid', async () => {
  const expected = {
    ...{
      description: 'Look at it',
      task: 'Review',
      project: 'Portal',
      client: 'Osei',
      billable: true,
      tags: ['a', 'b'],
    },
    ...{ start: at('2026-11-19T08:00'), end: at('2026-11-19T09:30') },
  };
  const { entries } = await imported('drytrix.csv');
  expect(entries).toMatchObject([{ ...expected, invoice: { paid: true, locked: true } }]);
  expect((await imported('drytrix-import.csv')).entries).toMatchObject([{ ...expected, invoice: null }]);
});

test('a table nobody knows is read by columns a person matches', async () => {
  const text = fixture('plain.csv');
  const file = await readCsv('plain.csv', { text, encoding: null }, { date: 0, description: 1, duration: 2 }, {});
  expect(file.rows.length).toBe(2);
  const world = memoryJournal();
  const { prepareImport } = await import('../../../lib/transfer/prepare.ts');
  const chosen = {
    order: 'dmy',
    zone: 'Europe/Berlin',
    dayStart: 0,
    user: null,
    currency: 'EUR',
    unit: 'hours',
  } as const;
  const prepared = await prepareImport(file, chosen, world.queries, {});
  expect([prepared.create, prepared.ms]).toEqual([2, (90 + 20) * 60_000]);
});

test('importing the same file again skips what is there, and only that', async () => {
  const world = memoryJournal();
  await importInto(world, fixture('toggl-detailed.csv'));
  const more = `${fixture('toggl-detailed.csv')}Ada,,,,,New,No,2026-11-21,08:00:00,2026-11-21,09:00:00,01:00:00,,\n`;
  const again = await lookAt(world, more);
  expect([again.create, again.skipped, again.made.project.length]).toEqual([1, 3, 0]);
});
