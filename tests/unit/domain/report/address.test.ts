import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../lib/domain/civil.ts';
import {
  defaultQuery,
  type ReportQuery,
  ranks,
  readQuery,
  sortColumns,
  writeQuery,
} from '../../../../lib/domain/report/address.ts';
import { dimensions } from '../../../../lib/domain/report/dimension.ts';
import { daysOf, neighbour, periodAt, periods, type RangeChoice } from '../../../../lib/domain/report/range.ts';
import { runs } from '../zones.ts';
import { anyRounding } from './arbitraries.ts';

const day = fc
  .integer({ min: -3000, max: 3000 })
  .map((n) => Temporal.PlainDate.from('2026-11-19').add({ days: n }).toString());
const id = fc.constantFrom('01a20aeb-0f03-75a4-bc76-ee2467051c06', '01a20aeb-0f03-75a4-bc76-ee2467051c07');
const ids = fc.uniqueArray(fc.option(id), { maxLength: 3 });

const range: fc.Arbitrary<RangeChoice> = fc.oneof(
  fc.record({ kind: fc.constantFrom(...periods), day: fc.option(day) }),
  fc.constant<RangeChoice>({ kind: 'all' }),
  fc.tuple(day, fc.nat(400)).map(([first, n]): RangeChoice => ({ kind: 'custom', first, last: addDays(first, n) })),
);

const query: fc.Arbitrary<ReportQuery> = fc.record({
  range,
  filter: fc.record({
    clients: ids,
    projects: ids,
    tasks: ids,
    tags: ids,
    tagMode: fc.constantFrom('any', 'all', 'none'),
    billable: fc.option(fc.boolean()),
    billed: fc.subarray(['open', 'invoiced', 'paid']),
    text: fc.string({ unit: 'grapheme', maxLength: 20 }),
  }),
  rounding: fc.option(anyRounding),
  group: fc.constantFrom(...dimensions),
  inner: fc.option(fc.constantFrom(...dimensions)),
  rank: fc.constantFrom(...ranks),
  sort: fc.option(fc.record({ by: fc.constantFrom(...sortColumns), descending: fc.boolean() })),
});

describe('the address of a report', () => {
  test('brings back every choice', () => {
    fc.assert(
      fc.property(query, (asked) => {
        const sensible = asked.inner === asked.group ? { ...asked, inner: null } : asked;
        expect(readQuery(new URLSearchParams(writeQuery(sensible)))).toEqual(sensible);
      }),
      runs(500),
    );
  });

  test('says nothing of what is usual, and forgives what is wrong', () => {
    expect(writeQuery(defaultQuery)).toBe('range=week');
    const wrong = 'range=fortnight&day=2026-02-30&group=colour&rank=x&sort=-&round=7up&invoice=lost';
    expect(readQuery(new URLSearchParams(wrong))).toEqual(defaultQuery);
    expect(readQuery(new URLSearchParams('range=custom&from=2026-02-03&to=2026-02-01')).range).toEqual({
      kind: 'week',
      day: null,
    });
  });
});

describe('a range', () => {
  const calendar = { today: '2026-11-19', weekStartsOn: 1 };

  test('holds its day, and those before and after follow without a gap', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 1, max: 7 }), (choice, weekStartsOn) => {
        const here = { ...calendar, weekStartsOn };
        const days = daysOf(choice, here);
        const before = neighbour(choice, -1, here);
        const after = neighbour(choice, 1, here);
        if (choice.kind === 'all' || before === null || after === null) return;
        expect(days.first <= days.last).toBe(true);
        expect(addDays(daysOf(before, here).last, 1)).toBe(days.first);
        expect(addDays(days.last, 1)).toBe(daysOf(after, here).first);
        if (choice.kind !== 'custom') {
          const asked = choice.day ?? here.today;
          expect(days.first <= asked && asked <= days.last).toBe(true);
          expect(daysOf(periodAt(choice.kind, asked, here), here)).toEqual(days);
        }
      }),
      runs(500),
    );
  });

  test('of quarters and months keeps to the calendar', () => {
    expect(daysOf({ kind: 'quarter', day: '2026-05-31' }, calendar)).toEqual({
      first: '2026-04-01',
      last: '2026-06-30',
    });
    expect(daysOf({ kind: 'month', day: '2024-02-10' }, calendar)).toEqual({ first: '2024-02-01', last: '2024-02-29' });
    expect(daysOf({ kind: 'year', day: null }, calendar)).toEqual({ first: '2026-01-01', last: '2026-12-31' });
    expect(daysOf({ kind: 'week', day: null }, { ...calendar, weekStartsOn: 7 })).toEqual({
      first: '2026-11-15',
      last: '2026-11-21',
    });
  });

  test('that comes to the present is the present one, so that a bookmark moves on', () => {
    expect(neighbour({ kind: 'week', day: '2026-11-10' }, 1, calendar)).toEqual({ kind: 'week', day: null });
    expect(neighbour({ kind: 'week', day: null }, -1, calendar)).toEqual({ kind: 'week', day: '2026-11-09' });
  });
});
