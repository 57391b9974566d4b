import fc from 'fast-check';
import type { Invoice, TimeEntry } from '../../../../lib/domain/entry.ts';
import type { Rounding } from '../../../../lib/domain/settings.ts';
import { anyEntry } from '../entries.ts';

export const projects: Readonly<Record<string, string | null>> = { acme: 'north', beta: 'north', gamma: null };
export const clientOf = (projectId: string | null): string | null => (projectId ? (projects[projectId] ?? null) : null);

const anyInvoice: fc.Arbitrary<Invoice> = fc.record({
  number: fc.constantFrom('1', '2'),
  day: fc.constant('2026-11-30'),
  paid: fc.boolean(),
  locked: fc.boolean(),
});

/** Entries about a few days of a few zones, with everything a report can ask about. */
export const someEntries: fc.Arbitrary<TimeEntry[]> = fc
  .array(
    fc.record({
      entry: anyEntry,
      projectId: fc.constantFrom(null, 'acme', 'beta', 'gamma'),
      taskId: fc.constantFrom(null, 'draw', 'test'),
      tagIds: fc.subarray(['red', 'green', 'blue']),
      description: fc.constantFrom('', 'Café plan', 'cafe review', 'Plan'),
      invoice: fc.option(anyInvoice),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(({ entry, invoice, ...work }, index) => ({
      ...entry,
      ...work,
      id: `entry-${index}`,
      ...(invoice === null ? {} : { invoice }),
    })),
  );

export const anyRounding: fc.Arbitrary<Rounding> = fc.record({
  minutes: fc.constantFrom(0, 1, 5, 6, 10, 15, 30, 60),
  mode: fc.constantFrom('up', 'down', 'nearest'),
});
