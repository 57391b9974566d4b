import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutAt } from '../../../lib/domain/cut.ts';
import { mergeEntries } from '../../../lib/domain/merge.ts';
import { isRefused } from '../../../lib/domain/refusal.ts';
import { anyEntry, entry, identities } from './entries.ts';

test('an entry cut anywhere within it can be merged again into what it was', () => {
  fc.assert(
    fc.property(anyEntry, fc.double({ min: 0, max: 1, noNaN: true }), (whole, part) => {
      const at = Math.round(whole.start + part * (whole.end - whole.start));
      const pieces = cutAt(whole, at, identities());
      if (!pieces) {
        expect(at === whole.start || at === whole.end).toBe(true);
        return;
      }
      const [first, second] = pieces;
      expect(first.end - first.start + second.end - second.start).toBe(whole.end - whole.start);
      expect(second.id).not.toBe(first.id);
      expect(mergeEntries(pieces, [])).toEqual(whole);
    }),
  );
});

test('what is merged spans from the first start to the last end, in whatever order it was chosen', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 2, maxLength: 6 }), (minutes) => {
      const entries = minutes.map((minute, i) =>
        entry({ id: `${i}`, start: minute * 60_000, end: (minute + 20) * 60_000, description: `${i % 3}` }),
      );
      const merged = mergeEntries(entries, []);
      if (isRefused(merged)) throw new Error(merged.refused);
      expect(merged.start).toBe(Math.min(...minutes) * 60_000);
      expect(merged.end).toBe((Math.max(...minutes) + 20) * 60_000);
      expect(new Set(merged.description.split('; '))).toEqual(new Set(entries.map(({ description }) => description)));
    }),
  );
});

test('entries of two days merge only when they touch', () => {
  const evening = entry({ id: 'a', start: 23 * 3_600_000, end: 25 * 3_600_000 });
  const touching = entry({ id: 'b', start: 25 * 3_600_000, end: 26 * 3_600_000 });
  const later = { ...touching, start: touching.start + 1 };
  expect(isRefused(mergeEntries([evening, touching], []))).toBe(false);
  expect(mergeEntries([evening, later], [])).toEqual({ refused: 'notNeighbours' });
});
