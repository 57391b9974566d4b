import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { amountOf } from '../../../lib/domain/rate.ts';
import { applyToTotals, type DayTotal, entryRows, totalsOf } from '../../../lib/domain/totals.ts';
import { anyEntry, entry } from './entries.ts';
import { runs } from './zones.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
const hour = 3_600_000;

const apply = (totals: Map<string, DayTotal>, added: readonly TimeEntry[], removed: readonly TimeEntry[]) => {
  const came = added.flatMap(entryRows);
  const went = removed.flatMap(entryRows);
  for (const day of new Set([...came, ...went].map((row) => row.day))) {
    totals.set(day, applyToTotals(totals.get(day), day, came, went));
  }
};

describe('day totals', () => {
  test('kept up to date change by change equal those made from nothing', () => {
    const change = fc.record({
      added: fc.array(anyEntry, { maxLength: 4 }),
      removals: fc.array(fc.nat(), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), (changes) => {
        const totals = new Map<string, DayTotal>();
        let stored: TimeEntry[] = [];
        for (const { added, removals } of changes) {
          const gone = new Set(removals.map((n) => stored[n % (stored.length || 1)]));
          const removed = stored.filter((one) => gone.has(one));
          apply(totals, added, removed);
          stored = [...stored.filter((one) => !gone.has(one)), ...added];
        }
        const kept = [...totals.values()].filter(({ rows }) => rows.length > 0);
        const rebuilt = totalsOf(stored).filter(({ rows }) => rows.length > 0);
        expect(kept.toSorted((a, b) => (a.day < b.day ? -1 : 1))).toEqual(rebuilt);
      }),
      runs(200),
    );
  });

  test('hold all time and every amount, each rounded once, in every zone over every change of its clock', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 20 }), (entries) => {
        const rows = totalsOf(entries).flatMap((total) => total.rows);
        expect(sum(rows.map(({ ms }) => ms))).toBe(sum(entries.map(({ start, end }) => end - start)));
        for (const billable of [false, true]) {
          const tracked = entries.filter((one) => one.billable === billable).map(({ start, end }) => end - start);
          expect(sum(rows.filter((row) => row.billable === billable).map(({ ms }) => ms))).toBe(sum(tracked));
        }
        for (const currency of ['EUR', 'USD', 'JPY']) {
          const worth = entries.map(({ billable, rate, start, end }) =>
            billable && rate?.currency === currency ? amountOf(rate, end - start) : 0,
          );
          expect(sum(rows.filter((row) => row.currency === currency).map(({ amount }) => amount))).toBe(sum(worth));
        }
      }),
      runs(300),
    );
  });

  test('have one row for what agrees in project, billable and currency, in an order that does not depend on the entries', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), (entries) => {
        const totals = totalsOf(entries);
        expect(totalsOf(entries.toReversed())).toEqual(totals);
        for (const { rows } of totals) {
          const kinds = rows.map(({ projectId, billable, currency }) => `${projectId} ${billable} ${currency}`);
          expect(new Set(kinds).size).toBe(rows.length);
        }
      }),
      runs(200),
    );
  });

  test('give money only to billable time that has a rate', () => {
    const rate = { amount: 6000, currency: 'EUR' };
    const worth = (given: Partial<TimeEntry>) =>
      entryRows(entry(given)).map(({ currency, amount }) => [currency, amount]);
    expect(worth({ billable: true, rate })).toEqual([['EUR', 6000]]);
    expect(worth({ billable: false, rate })).toEqual([[null, 0]]);
    expect(worth({ billable: true, rate: null })).toEqual([[null, 0]]);
  });

  test('lose a row that comes to nothing, and know no row of another day', () => {
    const rows = entryRows(entry());
    const one = applyToTotals(undefined, '1970-01-01', rows, []);
    expect(one.rows).toEqual([{ projectId: null, billable: false, currency: null, ms: hour, amount: 0 }]);
    expect(applyToTotals(one, '1970-01-01', [], rows)).toEqual({ day: '1970-01-01', rows: [] });
    expect(applyToTotals(one, '1970-01-02', rows, []).rows).toEqual(one.rows);
  });
});
