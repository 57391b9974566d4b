import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Span } from '../../../lib/domain/entry.ts';
import { overlapsOf, trimAround } from '../../../lib/domain/overlap.ts';
import { entry, identities } from './entries.ts';
import { runs } from './zones.ts';

const hour = 3_600_000;
const span: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

/** Every whole millisecond of a span: the plainest way to say what two spans share. */
const moments = ({ start, end }: Span) => Array.from({ length: end - start }, (_, n) => start + n);
const shared = (a: Span, b: Span) => moments(a).filter((moment) => moment >= b.start && moment < b.end);

describe('overlaps', () => {
  test('are the entries that share a moment, with the time they share', () => {
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 8 }), (asked, spans) => {
        const entries = spans.map((one, index) => entry({ ...one, id: `e${index}` }));
        const expected = entries
          .map((one) => ({ id: one.id, ms: shared(one, asked).length, all: one.end - one.start }))
          .filter(({ ms }) => ms > 0);
        expect(
          overlapsOf(asked, entries, null).map((found) => ({
            id: found.entry.id,
            ms: found.ms,
            canTrim: found.canTrim,
          })),
        ).toEqual(expected.map(({ id, ms, all }) => ({ id, ms, canTrim: ms < all })));
      }),
      runs(1000),
    );
  });

  test('are none with an entry that only touches, has no length, or is the one asked about', () => {
    const asked = { start: 2 * hour, end: 3 * hour };
    const entries = [
      entry({ id: 'before', start: hour, end: 2 * hour }),
      entry({ id: 'after', start: 3 * hour, end: 4 * hour }),
      entry({ id: 'empty', start: 2.5 * hour, end: 2.5 * hour }),
      entry({ id: 'itself', ...asked }),
    ];
    expect(overlapsOf(asked, entries, 'itself')).toEqual([]);
  });

  test('say on which day the other entry is found, in its own zone', () => {
    const start = Temporal.Instant.from('2026-11-19T23:30Z').epochMilliseconds;
    const other = entry({ start, end: start + hour, zone: 'Asia/Tokyo' });
    const [found] = overlapsOf({ start, end: start + 60_000 }, [other], null);
    expect(found?.address).toEqual({ day: '2026-11-20', id: other.id });
  });
});

describe('trimming', () => {
  test('leaves of the other entry exactly what lies outside, in one or two pieces, and none of it twice', () => {
    fc.assert(
      fc.property(span, span, (own, other) => {
        const before = entry({ ...own, tagIds: ['a'] });
        const pieces = trimAround(before, other, identities());
        expect(pieces.flatMap(moments)).toEqual(moments(own).filter((moment) => !shared(own, other).includes(moment)));
        if (pieces.length > 0) expect(pieces[0]).toMatchObject({ id: before.id, number: before.number, tagIds: ['a'] });
        if (shared(own, other).length === 0) expect(pieces).toEqual([before]);
        expect(new Set(pieces.map(({ id }) => id)).size).toBe(pieces.length);
        expect(overlapsOf(other, pieces, null)).toEqual([]);
      }),
      runs(1000),
    );
  });

  test('cuts a hole: the part after it is a new entry with the same work', () => {
    const other = entry({ start: 0, end: 3 * hour, billable: true });
    expect(trimAround(other, { start: hour, end: 2 * hour }, identities())).toEqual([
      { ...other, end: hour },
      { ...other, start: 2 * hour, id: 'new-1', number: 101 },
    ]);
  });

  test('leaves nothing of an entry that lies inside', () => {
    expect(trimAround(entry({ start: hour, end: 2 * hour }), { start: 0, end: 3 * hour }, identities())).toEqual([]);
  });
});
