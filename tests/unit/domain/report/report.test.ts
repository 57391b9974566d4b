import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALL_DAYS, type Days } from '../../../../lib/domain/days.ts';
import type { TimeEntry } from '../../../../lib/domain/entry.ts';
import { detailTally } from '../../../../lib/domain/report/details.ts';
import { type Dimension, dimensions, NONE } from '../../../../lib/domain/report/dimension.ts';
import { noFilter, type ReportFilter } from '../../../../lib/domain/report/filter.ts';
import { planNeedsEntries, type ReportPlan, reportTally } from '../../../../lib/domain/report/report.ts';
import { runningIn } from '../../../../lib/domain/report/running.ts';
import { moneyLines, type Sum } from '../../../../lib/domain/report/sum.ts';
import type { Rounding } from '../../../../lib/domain/settings.ts';
import { totalsOf } from '../../../../lib/domain/totals.ts';
import { entry, running } from '../entries.ts';
import { runs } from '../zones.ts';
import { anyRounding, clientOf, someEntries } from './arbitraries.ts';

const minute = 60_000;
const hour = 60 * minute;
const none: Rounding = { minutes: 0, mode: 'nearest' };
const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, n) => total + n, 0);

const planOf = (given: Partial<ReportPlan> = {}): ReportPlan => ({
  days: ALL_DAYS,
  filter: noFilter,
  rounding: none,
  weekStartsOn: 1,
  clientOf,
  period: 'day',
  pieces: 'project',
  rank: 'project',
  group: 'project',
  ...given,
});

const report = (entries: readonly TimeEntry[], given: Partial<ReportPlan> = {}) => {
  const tally = reportTally(planOf(given));
  for (const one of entries) tally.addEntry(one);
  return tally.sums;
};

const shape = (all: Sum) => ({ ms: all.ms, billable: all.billable, money: moneyLines(all) });

/**
 * The independent reckoning: rounds with whole numbers as a person would, walks from midnight to midnight with Temporal,
 * and shares money out with exact fractions.
 */
const reckon = (one: TimeEntry, { minutes, mode }: Rounding) => {
  const exact = one.end - one.start;
  const unit = minutes * minute;
  const whole =
    minutes === 0
      ? exact
      : { up: Math.ceil, down: Math.floor, nearest: (n: number) => Math.floor(n + 0.5) }[mode](exact / unit) * unit;
  const days: { day: string; ms: number }[] = [];
  let at = one.start;
  do {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(one.zone);
    const next = there.toPlainDate().add({ days: 1 }).toZonedDateTime(one.zone).epochMilliseconds;
    const until = Math.min(next, one.end);
    days.push({ day: there.toPlainDate().toString(), ms: until - at });
    at = until;
  } while (at < one.end);
  let left = whole;
  const parts = days.map(({ day, ms }, index) => {
    const given = index === days.length - 1 ? left : Math.min(left, ms);
    left -= given;
    return { day, ms: given };
  });
  const rate = one.billable ? one.rate : null;
  const amount =
    rate === null ? 0 : Number((BigInt(rate.amount) * BigInt(whole) * 2n + BigInt(hour)) / BigInt(2 * hour));
  return { parts, whole, amount, currency: rate?.currency ?? null };
};

const spans = (one: TimeEntry): string[] => reckon(one, none).parts.map(({ day }) => day);
/** The clock of St John's once went back over midnight: Temporal alone then comes to a day twice. */
const plainDays = (one: TimeEntry) => new Set(spans(one)).size === spans(one).length;

describe('a report', () => {
  test('comes to what a reckoning with Temporal comes to, entry by entry, in every zone and rounding', () => {
    fc.assert(
      fc.property(someEntries, anyRounding, (all, rounding) => {
        const entries = all.filter(plainDays);
        const sums = report(entries, { rounding });
        const reckoned = entries.map((one) => ({ one, ...reckon(one, rounding) }));
        expect(sums.total.ms).toBe(sum(reckoned.map(({ whole }) => whole)));
        expect(sums.total.billable).toBe(sum(reckoned.map(({ one, whole }) => (one.billable ? whole : 0))));
        for (const currency of ['EUR', 'USD', 'JPY']) {
          const worth = sum(reckoned.map((line) => (line.currency === currency ? line.amount : 0)));
          expect(sums.total.money.get(currency)?.amount ?? 0).toBe(worth);
        }
        const byDay = new Map<string, number>();
        for (const { day, ms } of reckoned.flatMap(({ parts }) => parts)) byDay.set(day, (byDay.get(day) ?? 0) + ms);
        expect(new Map([...sums.perDay].toSorted())).toEqual(new Map([...byDay].toSorted()));
      }),
      runs(400),
    );
  });

  test('adds up to the same total in every grouping, over every midnight, clock change and rounding', () => {
    fc.assert(
      fc.property(
        someEntries,
        anyRounding,
        fc.constantFrom(...dimensions),
        fc.integer({ min: 1, max: 7 }),
        (entries, rounding, group, weekStartsOn) => {
          const { total, groups, twice, bars } = report(entries, { rounding, group, weekStartsOn });
          const rows = [...groups.values()];
          const isTag = group === 'tag';
          expect(sum(rows.map(({ ms }) => ms)) - (isTag ? twice.sum.ms : 0)).toBe(total.ms);
          expect(sum(rows.map(({ billable }) => billable)) - (isTag ? twice.sum.billable : 0)).toBe(total.billable);
          for (const [currency, money] of total.money) {
            const extra = isTag ? (twice.sum.money.get(currency)?.amount ?? 0) : 0;
            expect(sum(rows.map((row) => row.money.get(currency)?.amount ?? 0)) - extra).toBe(money.amount);
          }
          expect(sum([...bars.values()].flatMap((pieces) => [...pieces.values()]))).toBe(total.ms);
        },
      ),
      runs(400),
    );
  });

  test('opens to lines and entries that add up to the group they stand in', () => {
    const pair = fc.constantFrom(...dimensions);
    fc.assert(
      fc.property(someEntries, anyRounding, pair, fc.option(pair), (entries, rounding, group, other) => {
        const inner = other === group ? null : other;
        const { groups } = report(entries, { rounding, group });
        const tally = detailTally({ ...planOf({ rounding }), group, inner, isOpen: () => true });
        for (const one of entries) tally.addEntry(one);
        for (const [key, whole] of groups) {
          const lines = [...(tally.sums.get(key)?.values() ?? [])];
          const several = inner === 'tag' && group !== 'tag';
          if (!several) expect(sum(lines.map((line) => line.sum.ms))).toBe(whole.ms);
          if (inner === null) continue;
          for (const line of lines) {
            const leaves = [...(tally.sums.get(`${key}\u0000${line.key}`)?.values() ?? [])];
            expect(sum(leaves.map((leaf) => leaf.sum.ms))).toBe(line.sum.ms);
            expect(leaves.length).toBe(line.entries);
          }
        }
      }),
      runs(200),
    );
  });

  test('comes out of the totals of days just as out of the entries, for any days and any filter they can answer', () => {
    const plans = fc.record({
      group: fc.constantFrom<Dimension>('client', 'project', 'day', 'week', 'month'),
      billable: fc.option(fc.boolean()),
      clients: fc.subarray([null, 'north']),
      chosen: fc.subarray([null, 'acme', 'beta', 'gamma']),
      cut: fc.tuple(fc.nat(), fc.nat()),
    });
    fc.assert(
      fc.property(someEntries, plans, (entries, { group, billable, clients, chosen, cut }) => {
        const totals = totalsOf(entries);
        const at = (n: number) => totals[n % (totals.length || 1)]?.day ?? '2026-01-01';
        const [first = '', last = ''] = [at(cut[0]), at(cut[1])].toSorted();
        const days: Days = { first, last };
        const filter: ReportFilter = { ...noFilter, billable, clients, projects: chosen };
        const plan = planOf({ days, filter, group });
        expect(planNeedsEntries(plan)).toBe(false);
        const fromTotals = reportTally(plan);
        for (const total of totals) fromTotals.addTotal(total);
        const fromEntries = report(entries, { days, filter, group });
        const comparable = (sums: typeof fromEntries) => ({
          total: shape(sums.total),
          // a row of no time is not kept in a day's totals
          groups: [...sums.groups].filter(([, { ms }]) => ms > 0).map(([key, all]) => [key, shape(all)] as const),
        });
        const sorted = (sums: typeof fromEntries) => {
          const { total, groups } = comparable(sums);
          const worth = total.money.filter(({ ms, amount }) => ms > 0 || amount > 0);
          const strip = ({ money, ...rest }: ReturnType<typeof shape>) => ({
            ...rest,
            money: money.filter(({ ms, amount }) => ms > 0 || amount > 0),
          });
          return {
            total: { ...total, money: worth },
            groups: groups.map(([key, all]) => [key, strip(all)] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
          };
        };
        expect(sorted(fromTotals.sums)).toEqual(sorted(fromEntries));
      }),
      runs(300),
    );
  });

  test('of days one after the other adds up to that of all of them', () => {
    fc.assert(
      fc.property(someEntries, anyRounding, (entries, rounding) => {
        const whole = report(entries, { rounding });
        const days = [...whole.perDay.keys()];
        const each = days.map((day) => report(entries, { rounding, days: { first: day, last: day } }).total.ms);
        expect(sum(each)).toBe(whole.total.ms);
      }),
      runs(100),
    );
  });

  test('by tag names the entries that stand twice, and how much that is', () => {
    const both = entry({ id: 'both', tagIds: ['red', 'blue'] });
    const { groups, total, twice } = report([both, entry({ id: 'one', tagIds: ['red'] }), entry({ id: 'bare' })], {
      group: 'tag',
    });
    expect([...groups].map(([key, { ms }]) => [key, ms / hour])).toEqual([
      ['red', 2],
      ['blue', 1],
      [NONE, 1],
    ]);
    expect(total.ms).toBe(3 * hour);
    expect(twice.sum.ms).toBe(hour);
    expect([...twice.entries.keys()]).toEqual(['both']);
  });

  test('rounds an entry over midnight as a whole: the last day takes the remainder', () => {
    const start = Date.UTC(2026, 10, 18, 23, 40);
    const late = entry({ start, end: start + 44 * minute });
    const perDay = (rounding: Rounding) => Object.fromEntries(report([late], { rounding }).perDay);
    expect(perDay({ minutes: 15, mode: 'up' })).toEqual({ '2026-11-18': 20 * minute, '2026-11-19': 25 * minute });
    expect(perDay({ minutes: 60, mode: 'down' })).toEqual({ '2026-11-18': 0, '2026-11-19': 0 });
    expect(perDay({ minutes: 30, mode: 'nearest' })).toEqual({ '2026-11-18': 20 * minute, '2026-11-19': 10 * minute });
  });
});

describe('what runs', () => {
  const now = Date.UTC(2026, 10, 19, 1, 10);
  const late = running({ start: Date.UTC(2026, 10, 18, 23, 0), projectId: 'acme', tagIds: ['red'] });
  const on = (first: string, given: Partial<ReportPlan> = {}) =>
    runningIn(late, planOf({ days: { first, last: first }, ...given }), now);

  test('has its time on each of its days, and what it would be rounded to', () => {
    expect(on('2026-11-18')).toEqual({ ms: hour, counted: hour });
    expect(on('2026-11-19')).toEqual({ ms: 70 * minute, counted: 70 * minute });
    expect(on('2026-11-19', { rounding: { minutes: 30, mode: 'up' } }).counted).toBe(90 * minute);
    expect(on('2026-11-20')).toEqual({ ms: 0, counted: 0 });
  });

  test('is nothing to a report that leaves its work out, or whose clock was set back', () => {
    expect(on('2026-11-18', { filter: { ...noFilter, tags: ['red'], clients: ['north'] } }).ms).toBe(hour);
    expect(on('2026-11-18', { filter: { ...noFilter, projects: ['beta'] } }).ms).toBe(0);
    expect(on('2026-11-18', { filter: { ...noFilter, billed: ['paid'] } }).ms).toBe(0);
    expect(runningIn(late, planOf(), late.start - hour).ms).toBe(0);
  });
});

describe('a filter', () => {
  const red = entry({ id: 'red', tagIds: ['red'], description: 'Café plan', projectId: 'acme', taskId: 'draw' });
  const two = entry({ id: 'two', tagIds: ['red', 'blue'], description: 'Review', projectId: 'gamma', billable: true });
  const bare = entry({ id: 'bare', description: 'plan B' });
  const left = (filter: Partial<ReportFilter>) => {
    const tally = detailTally({
      ...planOf({ filter: { ...noFilter, ...filter } }),
      group: 'project',
      inner: null,
      isOpen: () => true,
    });
    for (const one of [red, two, bare]) tally.addEntry(one);
    return [...tally.sums.values()].flatMap((lines) => [...lines.keys()]);
  };

  test('wants any, every or none of the tags', () => {
    expect(new Set(left({ tags: ['red', 'blue'] }))).toEqual(new Set(['red', 'two']));
    expect(new Set(left({ tags: ['red', 'blue'], tagMode: 'all' }))).toEqual(new Set(['two']));
    expect(new Set(left({ tags: ['red', 'blue'], tagMode: 'none' }))).toEqual(new Set(['bare']));
    expect(new Set(left({ tags: [null] }))).toEqual(new Set(['bare']));
  });

  test('finds words of a description in any order, whatever case and accents', () => {
    expect(new Set(left({ text: 'PLAN cafe' }))).toEqual(new Set(['red']));
    expect(new Set(left({ text: ' plan ' }))).toEqual(new Set(['red', 'bare']));
  });

  test('knows clients by their projects, and what has none', () => {
    expect(new Set(left({ clients: ['north'] }))).toEqual(new Set(['red']));
    expect(new Set(left({ clients: [null] }))).toEqual(new Set(['two', 'bare']));
    expect(new Set(left({ tasks: ['draw'], projects: ['acme'] }))).toEqual(new Set(['red']));
    expect(new Set(left({ billable: true }))).toEqual(new Set(['two']));
  });

  test('tells what is invoiced from what is paid and what is neither', () => {
    const invoice = { number: '7', day: '2026-11-30', paid: false, locked: true };
    const all = [red, { ...two, invoice }, { ...bare, invoice: { ...invoice, paid: true } }];
    const total = (filter: Partial<ReportFilter>) =>
      report(all, { filter: { ...noFilter, ...filter } }).total.ms / hour;
    expect(total({ billed: ['open'] })).toBe(1);
    expect(total({ billed: ['invoiced'] })).toBe(1);
    expect(total({ billed: ['paid', 'invoiced'] })).toBe(2);
  });
});
