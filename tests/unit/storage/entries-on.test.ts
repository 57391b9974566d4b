import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOf } from '../../../lib/domain/civil.ts';
import { msOn } from '../../../lib/domain/split.ts';
import { newId } from '../../../lib/platform/ids.ts';
import { entry } from '../domain/entries.ts';
import { emptyDisk, Fate } from './memory.ts';
import { MemoryWorker } from './worker.ts';

const DAY = 86_400_000;
const T0 = Date.UTC(2026, 2, 1);
const zones = ['Pacific/Kiritimati', 'Europe/Berlin', 'UTC', 'Pacific/Pago_Pago'];

const stretch = fc.record({
  start: fc.integer({ min: 0, max: 40 * DAY }).map((ms) => T0 + ms),
  length: fc.oneof(fc.integer({ min: 1, max: DAY / 8 }), fc.integer({ min: 1, max: 20 * DAY })),
  zone: fc.constantFrom(...zones),
});

test('what has time on some days is found, however long before it began, and nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(stretch, { maxLength: 25 }),
      fc.integer({ min: -2, max: 62 }),
      fc.integer({ min: 0, max: 7 }),
      async (stretches, from, more) => {
        const entries = stretches.map(({ start, length, zone }) =>
          entry({ id: newId(), start, end: start + length, zone }),
        );
        const { journal } = new MemoryWorker(emptyDisk(), new Fate());
        const changes = entries.map((after) => ({ kind: 'entry', before: null, after }) as const);
        await journal.commit(async () => ({ changes, result: null }));
        const first = addDays(dayOf(T0, 'UTC'), from);
        const days = Array.from({ length: more + 1 }, (_, i) => addDays(first, i));
        const found = await journal.read((reader) => reader.entriesOn(first, days.at(-1) ?? first));
        const expected = entries.filter((one) => days.some((day) => msOn(day, one) > 0));
        expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
      },
    ),
    { numRuns: 150 },
  );
});
