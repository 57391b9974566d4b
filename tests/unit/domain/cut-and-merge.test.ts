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

test('one that lies within another leaves the end of the longer', () => {
  const long = entry({ id: 'a', start: 0, end: 100 });
  expect(mergeEntries([long, { ...long, id: 'b', start: 10, end: 20 }], [])).toMatchObject({ start: 0, end: 100 });
});

test('entries of two days merge only when they touch', () => {
  const evening = entry({ id: 'a', start: 23 * 3_600_000, end: 25 * 3_600_000 });
  const touching = entry({ id: 'b', start: 25 * 3_600_000, end: 26 * 3_600_000 });
  const later = { ...touching, start: touching.start + 1 };
  expect(isRefused(mergeEntries([evening, touching], []))).toBe(false);
  expect(mergeEntries([evening, later], [])).toEqual({ refused: 'notNeighbours' });
});

test.each([
  ['project', { projectId: 'q' }],
  ['task', { taskId: 't' }],
  ['billable', { billable: true }],
  ['rate', { rate: { amount: 1, currency: 'EUR' } }],
  ['currency', { rate: { amount: 2, currency: 'USD' } }],
])('entries of another %s do not merge: no hour and no amount goes elsewhere', (_, other) => {
  const rate = { amount: 2, currency: 'EUR' };
  const first = entry({ id: 'a', projectId: 'p', start: 0, end: 1, rate });
  const second = { ...first, id: 'b', start: 1, end: 2 };
  expect(isRefused(mergeEntries([first, second], []))).toBe(false);
  expect(mergeEntries([first, { ...second, ...other }], [])).toEqual({ refused: 'mergeDiffers' });
});
