import { expect, test } from 'vitest';
import type { FileReason } from '../../../lib/transfer/problem.ts';
import { FileProblem } from '../../../lib/transfer/problem.ts';
import { lookAt, memoryJournal, read } from './journal.ts';

const reasonOf = async (content: string | Blob): Promise<FileReason | 'none'> => {
  try {
    await read(content);
    return 'none';
  } catch (problem) {
    if (problem instanceof FileProblem) return problem.reason;
    throw problem;
  }
};
const bytes = (...values: readonly number[]): Blob => new Blob([new Uint8Array(values)]);

const heading = 'Description,Project,Start date,Start time,End date,End time,Duration\n';
const row = (description: string, date = '2026-11-19'): string =>
  `${description},P,${date},08:00:00,${date},09:00:00,01:00:00\n`;
const badOf = async (text: string): Promise<string[]> =>
  (await lookAt(memoryJournal(), text)).bad.map(({ line, reason }) => `${line} ${reason}`);

test.each([
  ['nothing', '', 'empty'],
  ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'html'],
  ['a heading without rows', heading, 'noRows'],
  ['cut JSON', '{"format":"timetracker-entries","entries":[{', 'damaged'],
  ['somebody else’s JSON', '[1, 2]', 'notReadable'],
  ['a backup', '{"format":"timetracker","schema":2}', 'isBackup'],
  ['a newer file', '{"format":"timetracker-entries","version":9,"entries":[]}', 'newer'],
] as const)('%s is refused with its own sentence', async (_, content, reason) => {
  expect(await reasonOf(content)).toBe(reason);
});

test('a spreadsheet, an archive, a picture: no table', async () => {
  expect(await reasonOf(bytes(0x50, 0x4b, 3, 4, 20, 0))).toBe('archive');
  expect(await reasonOf(bytes(0x1f, 0x8b, 8, 0))).toBe('archive');
  expect(await reasonOf(bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13))).toBe('binary');
});

test('two gigabytes are refused before a byte of them is read', async () => {
  const huge = { size: 2 ** 31, arrayBuffer: () => Promise.reject(new Error('read')) } as unknown as Blob;
  const { readText } = await import('../../../lib/transfer/file-text.ts');
  await expect(readText(huge)).rejects.toMatchObject({ reason: 'tooLarge' });
});

test('a file of an old spreadsheet program is read and said to be one', async () => {
  const latin = new Blob([heading, new Uint8Array([0x42, 0xfc, 0x72, 0x6f]), row('').slice(0)]);
  const file = await read(latin);
  expect(file.encoding).toBe('Windows-1252');
  expect(file.rows[0]?.description).toBe('Büro');
  const wide = new Uint8Array(
    new Uint16Array(Array.from(`\uFEFF${heading}${row('Größe')}`, (sign) => sign.charCodeAt(0))).buffer,
  );
  expect((await read(new Blob([wide]))).rows[0]?.description).toBe('Größe');
});

test('dates nobody can have tracked are told by line, and the rest is imported', async () => {
  const text =
    heading +
    row('ok') +
    row('a', '0000-01-01') +
    row('b', '275760-09-13') +
    row('c', '2026-02-30') +
    row('d', '1950-01-01');
  expect(await badOf(text)).toEqual(['3 noDate', '4 outOfRange', '5 noDate', '6 outOfRange']);
});

test('half a line, an open quote and ten megabytes in a cell stay single lines', async () => {
  expect(await badOf(`${heading}${row('ok')}cut,P,2026-11-19,08:0`)).toEqual(['3 halfLine']);
  const open = await badOf(`${heading}${row('ok')}"never closed,P,2026-11-19\n${row('x')}`);
  expect(open.some((line) => line.endsWith('openQuote'))).toBe(true);
  expect(await badOf(heading + row('x'.repeat(10_000_000)) + row('ok'))).toEqual(['2 textTooLong']);
});

test('an end before its start, a year-long entry and a time that is none', async () => {
  const line = (start: string, end: string): string => `x,P,${start},${end},\n`;
  expect(
    await badOf(
      heading +
        line('2026-11-19,09:00:00', '2026-11-19,08:00:00') +
        line('2024-01-01,09:00:00', '2026-11-19,08:00:00') +
        line('2026-11-19,25:00:00', '2026-11-19,08:00:00'),
    ),
  ).toEqual(['2 endsBeforeStart', '3 tooLong', '4 noStart']);
});

test('a formula is text like any other', async () => {
  const prepared = await lookAt(memoryJournal(), heading + row('=HYPERLINK(1)') + row("'=1+1"));
  const texts = [...prepared.pages.values()].flat().map(({ description }) => description);
  expect(texts).toEqual(['=HYPERLINK(1)', '=1+1']);
});
