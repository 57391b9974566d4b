import { describe, expect, test } from 'vitest';
import { importInto, lookAt, memoryJournal, read } from './journal.ts';
import { told } from './told.ts';

const togglHead =
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)\n';
const toggl = (date: string, start: string, end: string, more = '01:25:10,"urgent, web",120.00'): string =>
  `Ada,ada@example.com,Osei,Portal,Design,Fix,Yes,${date},${start},${date},${end},${more}\n`;
const togglRow = toggl('2026-11-19', '08:20:00', '09:45:10');
const togglTold = ['2026-11-19 08:20 > 09:45:10 Fix Osei/Portal/Design #urgent #web billable 84.54 EUR = 120'];

describe('around the table', () => {
  test.each([
    ['titles above the headings', `Detailed report\nFrom 2026-11-01 to 2026-11-30\n\n${togglHead}${togglRow}`],
    ['titles as wide as the table', `Report${','.repeat(13)}\n${','.repeat(13)}\n${togglHead}${togglRow}`],
    ['empty columns and rows at the end', `${togglHead.trim()},,\n${togglRow.trim()},,\n${','.repeat(15)}\n\n`],
    ['the headings again in the middle', togglHead + togglHead + togglRow],
    ['headings in another case, with spaces', togglHead.toUpperCase().replaceAll(',', ' , ') + togglRow],
    ['line ends of two kinds', `${togglHead.trim()}\r\n${togglRow}`],
    ['a separator that Excel names', `sep=;\r\n${`${togglHead}${togglRow}`.replaceAll(/,(?! )/g, ';')}`],
    ['tabs', `${togglHead}${togglRow}`.replaceAll(/,(?! )/g, '\t')],
  ])('%s', async (_, text) => {
    expect(await told(text)).toEqual(togglTold);
  });

  test('a row of totals, one too long, one too short: told by what they are', async () => {
    const total = 'Total,,,,,,,,,,,01:25:10,,120.00\n';
    const long = togglRow.replace('Fix', 'Fix, then test');
    expect(await told(`${togglHead}${togglRow}${total}${long}Ada,,,,,cut,No,2026-11-19\n`)).toEqual([
      ...togglTold,
      'line 3: isTotal',
      'line 4: longLine',
      'line 5: halfLine',
    ]);
  });

  test('cells that others leave out at the end of a line are empty; a file that ends within a line is cut', async () => {
    const short = `Ada,,,Portal,,Fix,No,2026-11-19,08:20:00,2026-11-19,09:00:00,00:40:00`;
    const expected = '2026-11-19 08:20 > 09:00 Fix Portal';
    expect(await told(`${togglHead}${short}\n`)).toEqual([expected]);
    expect(await told(`${togglHead}${togglRow}${short}`)).toEqual([...togglTold, 'line 3: halfLine']);
  });

  test('a table without headings is read by its cells; one without dates is a summary', async () => {
    expect((await read('2026-11-19,08:20,09:45,Fix\n2026-11-20,08:20,09:45,Fix\n')).columns).toEqual({
      ...{ date: 0, startTime: 1, endTime: 2 },
    });
    expect(await told('Project,Client,Duration,Amount (EUR)\nPortal,Osei,12:30:00,100\n')).toEqual(['noDates']);
    expect(await told('Project,Mon 16,Tue 17,Total\nPortal,1:00:00,,1:00:00\n')).toEqual(['noDates']);
  });
});

describe('dates and times', () => {
  test.each([
    ['11/19/2026', '8:20:00 AM', '9:45:10 AM'],
    ['11/19/26', '8:20', '9:45:10'],
    ['19-11-2026', '8:20\u202fAM', '9:45:10\u00a0a.m.'],
    ['19.11.2026', '08.20', '09.45.10'],
    ['Do. 19.11.2026', '08:20 Uhr', '09:45:10 Uhr'],
    ['19-Nov-2026', '08:20', '09:45:10'],
    ['19. November 2026', '08h20', '09:45:10'],
    ['19 de noviembre de 2026', '8:20 a. m.', '9:45:10 a. m.'],
    ['19 nov. 2026', '08:20', '09:45:10'],
    ['Nov 19 2026', '08:20', '09:45:10'],
    ['20261119', '08:20', '09:45:10'],
    ['46345', '0.347222', '0.4063657'],
  ])('%s, %s to %s', async (date, start, end) => {
    expect(await told(togglHead + toggl(date, start, end))).toEqual(togglTold);
  });

  const instants = (start: string, end: string): string => `Task,Start,End\nx,${start},${end}\n`;
  test.each([
    ['2026-11-19T08:00:00+05:30', '2026-11-19T09:30:00+05:30', '03:30 > 05:00'],
    ['2026-11-19T00:00:00.250-08', '2026-11-19T00:30:00.5-0800', '09:00:00.250 > 09:30:00.500'],
    ['20261119T080000Z', '20261119T093000Z', '09:00 > 10:30'],
    ['1795075200', '1795078800', '09:00 > 10:00'],
    ['1795075200000', '1795078800000', '09:00 > 10:00'],
    ['46345.25', '46345.5', '06:00 > 12:00'],
  ])('%s to %s', async (start, end, expected) => {
    expect(await told(instants(start, end))).toEqual([`2026-11-19 ${expected} -`]);
  });

  test('a night between two dates tells the order of day and month; else it stays open', async () => {
    const night = toggl('01/02/2026', '23:00', '00:30').replace('01/02/2026,00:30', '02/02/2026,00:30');
    expect((await read(togglHead + night)).order.order).toBe('dmy');
    expect((await read(togglHead + night.replace('02/02/2026,00:30', '01/03/2026,00:30'))).order.order).toBe('mdy');
    expect((await read(togglHead + toggl('01/02/2026', '22:00', '23:30'))).order.order).toBeNull();
  });

  test('what is no date, no time and no end is said to be so', async () => {
    const rows = [
      toggl('2026-02-30', '08:20', '09:45'),
      toggl('2026-11-19', 'morning', '09:45'),
      toggl('2026-11-19', '08:20', '25:45', ',,'),
      toggl('2026-11-19', '08:20', '', ',,'),
    ];
    expect(await told(togglHead + rows.join(''))).toEqual([
      'line 2: noDate',
      'line 3: noStart',
      'line 4: badEnd',
      'line 5: noEnd',
    ]);
  });
});

describe('durations', () => {
  const lengths = (heading: string, ...cells: string[]): string =>
    `Date,Task,${heading}\n${cells.map((cell) => `2026-11-19,x,"${cell}"\n`).join('')}`;

  test('however they are written', async () => {
    const cells = [
      '1:30',
      '01:30:00',
      '1.5',
      '1,5',
      '1h 30m',
      '1h30',
      '90 min',
      '1.5h',
      '1,5 Std.',
      'PT1H30M',
      '1 hr 30 mins',
    ];
    expect((await lookAt(memoryJournal(), lengths('Duration', ...cells))).ms).toBe(cells.length * 90 * 60_000);
    expect(await told(lengths('Duration', '-1:30', 'all day', '-'))).toEqual([
      'line 2: noDuration',
      'line 3: noDuration',
      'line 4: noDuration',
    ]);
  });

  test('a number alone counts what its heading says; a large one without a word is asked about', async () => {
    const units = async (heading: string) => (await read(lengths(heading, '90', '20'))).unit;
    expect([await units('Minutes'), await units('Duration (min)'), await units('Time(sec)')]).toEqual([
      ...['minutes', 'minutes', 'seconds'],
    ]);
    expect([await units('Duration'), await units('Dauer'), await units('Hours')]).toEqual([null, null, 'hours']);
    expect((await read(lengths('Duration', '8', '1.25'))).unit).toBe('hours');
  });

  test('rows without times stand on their own day, earlier than chosen when they would not fit', async () => {
    expect(await told(lengths('Hours', '6', '10.5', '0.25'))).toEqual([
      '2026-11-19 07:00 > 13:00 -',
      '2026-11-19 13:00 > 23:30 -',
      '2026-11-19 23:30 > 23:45 -',
    ]);
  });

  test('imported again from another hour, rows without times are known by day, length, work and words', async () => {
    const world = memoryJournal();
    const harvest = 'Date,Client,Project,Task,Notes,Hours,Billable?\n';
    const row = (project: string, hours: string): string => `2026-11-19,Osei,${project},Care,,${hours},Yes\n`;
    await importInto(world, harvest + row('Portal', '1.00') + row('Site', '1.00'));
    const again = harvest + row('Site', '1.00') + row('Portal', '1.00') + row('Portal', '1.00') + row('Portal', '2.00');
    const { create, skipped } = await lookAt(world, again, { dayStart: 0 });
    expect([create, skipped]).toEqual([2, 2]);
  });
});
