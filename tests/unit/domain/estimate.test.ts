import { expect, test } from 'vitest';
import { percentOf, trackedByProject, trackedOf, withRunning } from '../../../lib/domain/estimate.ts';
import { totalsOf } from '../../../lib/domain/totals.ts';
import { entry, running } from './entries.ts';

const hour = 3_600_000;
const rate = { amount: 10_000, currency: 'EUR' };

test('what was tracked of a project is its entries of all days and what runs, in time and money', () => {
  const entries = [
    entry({ projectId: 'a', start: 0, end: 3 * hour, billable: true, rate }),
    entry({ id: 'b', projectId: 'a', start: 48 * hour, end: 49 * hour }),
    entry({ id: 'c', projectId: 'b', start: 0, end: 9 * hour, billable: true, rate }),
  ];
  const stored = trackedOf('a', totalsOf(entries));
  expect(stored).toEqual({ ms: 4 * hour, amounts: { EUR: 30_000 } });
  expect(trackedByProject(totalsOf(entries)).get('a')).toEqual(stored);
  expect([...trackedByProject(totalsOf(entries)).keys()]).toEqual(['a', 'b']);
  const now = running({ projectId: 'a', start: 100 * hour, billable: true, rate });
  expect(withRunning(stored, now, 101 * hour)).toEqual({ ms: 5 * hour, amounts: { EUR: 40_000 } });
  expect(withRunning(stored, { ...now, billable: false }, 101 * hour)).toEqual({
    ms: 5 * hour,
    amounts: { EUR: 30_000 },
  });
});

test('a percent is not said before it is reached', () => {
  const tracked = { ms: 10 * hour - 1, amounts: { EUR: 8_000 } };
  expect(percentOf({ ms: 10 * hour }, tracked)).toBe(99);
  expect(percentOf({ ms: 10 * hour }, { ...tracked, ms: 10 * hour })).toBe(100);
  expect(percentOf({ amount: 10_000, currency: 'EUR' }, tracked)).toBe(80);
  expect(percentOf({ amount: 10_000, currency: 'USD' }, tracked)).toBe(0);
  expect(percentOf({ amount: 0, currency: 'EUR' }, tracked), 'of nothing').toBe(0);
});
