import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FlatEntry } from '../../../lib/domain/flat-entry.ts';
import { type ExportFormat, exportEntries } from '../../../lib/transfer/export.ts';
import { flatEntry } from './flat.ts';
import { flatIn, importInto, memoryJournal } from './journal.ts';

const described = { created: '2026-11-24T10:00:00.000Z', range: null, filters: [], rounding: null };

async function roundTrip(format: ExportFormat, entries: readonly FlatEntry[], zone = 'UTC'): Promise<FlatEntry[]> {
  const { blob } = await exportEntries({
    ...{ format, described, shown: null, untitled: '', reader: { user: 'Ada', currency: 'EUR' } },
    entries: [entries],
    count: entries.length,
  });
  const world = memoryJournal();
  await importInto(world, blob, { zone });
  return flatIn(world);
}

const inOrder = (entries: readonly FlatEntry[]): FlatEntry[] =>
  entries.toSorted((a, b) => a.start - b.start || a.end - b.end || ((a.id ?? '') < (b.id ?? '') ? -1 : 1));

const some = fc.uniqueArray(flatEntry, { minLength: 1, maxLength: 6, selector: ({ id }) => id });

test.each(['csv', 'json'] as const)(
  'our own %s gives the same entries back, to the millisecond and the letter',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(some, async (entries) => {
        expect(inOrder(await roundTrip(format, entries))).toEqual(inOrder(entries));
      }),
      { numRuns: 60 },
    );
  },
);

/** What the shape of another tracker holds: whole seconds, one zone, no ids, rates or tags with commas. */
const plainText = fc.constantFrom('Review', 'Fix login', 'A, B', '=SUM(1)', 'Ünïcode', '');
const holdable = fc
  .uniqueArray(flatEntry, { minLength: 1, maxLength: 6, selector: ({ start }) => Math.floor(start / 1000) })
  .chain((entries) =>
    fc.tuple(...entries.map((entry) => fc.tuple(fc.constant(entry), plainText, plainText, plainText))),
  )
  .map((all) =>
    all.map(([entry, description, project, client]): FlatEntry => {
      const start = Math.floor(entry.start / 1000) * 1000;
      const end = start + Math.floor((entry.end - entry.start) / 1000) * 1000;
      const names = { description, project, client: project && client, task: project && 'Task', tags: ['one', 'two'] };
      return { ...entry, ...names, id: null, start, end, zone: 'Europe/Berlin', rate: null, invoice: null };
    }),
  );

test.each(['toggl', 'clockify'] as const)('through the shape of %s all that it can hold comes back', async (format) => {
  await fc.assert(
    fc.asyncProperty(holdable, async (entries) => {
      const back = await roundTrip(format, entries, 'Europe/Berlin');
      expect(inOrder(back.map((entry) => ({ ...entry, id: null })))).toEqual(inOrder(entries));
    }),
    { numRuns: 60 },
  );
});

test('the hour that comes twice keeps its length through every shape', async () => {
  const base = {
    id: null,
    description: 'Night',
    client: '',
    project: '',
    task: '',
    tags: [],
    billable: false,
    rate: null,
    invoice: null,
  };
  const zone = 'Europe/Berlin';
  // Clocks went back from 03:00 to 02:00 on 25 October 2026, at 01:00 UTC.
  const start = Date.UTC(2026, 9, 25, 0, 30);
  for (const minutes of [10, 45, 60, 90, 150]) {
    const entry: FlatEntry = { ...base, zone, start, end: start + minutes * 60_000 };
    for (const format of ['toggl', 'clockify'] as const) {
      const [back] = await roundTrip(format, [entry], zone);
      expect((back?.end ?? 0) - (back?.start ?? 0), `${format}, ${minutes} min`).toBe(minutes * 60_000);
    }
  }
});
