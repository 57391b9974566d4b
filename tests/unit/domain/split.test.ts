import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startOfDay } from '../../../lib/domain/civil.ts';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { partsByDay } from '../../../lib/domain/split.ts';
import { anyEntry } from './entries.ts';
import { clockChanges, full, runs, temporalDay } from './zones.ts';

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

/** The same by walking from one start of day to the next, with Temporal alone. */
const byTemporal = ({ start, end, zone }: Pick<TimeEntry, 'start' | 'end' | 'zone'>) => {
  const parts: { day: string; ms: number }[] = [];
  let from = start;
  do {
    const day = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
    const until = Math.min(end, day.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
    parts.push({ day: day.toString(), ms: until - from });
    from = until;
  } while (from < end);
  return parts;
};

const withoutAmount = (entry: Pick<TimeEntry, 'start' | 'end' | 'zone'>) =>
  partsByDay(entry, null).map(({ day, ms }) => ({ day, ms }));

describe('an entry over midnight', () => {
  test('is split where Temporal has the midnight, in every zone around every change of its clock', () => {
    const hours = full ? Array.from({ length: 72 }, (_, n) => n + 1) : [1, 26, 49];
    for (const { zone, at: change } of clockChanges) {
      for (const length of hours) {
        const entry = { zone, start: change - 90 * 60_000, end: change - 90 * 60_000 + length * 3_600_000 };
        expect(withoutAmount(entry)).toEqual(byTemporal(entry));
      }
    }
  });

  test('keeps every millisecond and every minor unit', () => {
    fc.assert(
      fc.property(anyEntry, fc.integer({ min: 0, max: 10_000_000 }), (entry, amount) => {
        const parts = partsByDay(entry, amount);
        expect(sum(parts.map(({ ms }) => ms))).toBe(entry.end - entry.start);
        expect(sum(parts.map((part) => part.amount ?? Number.NaN))).toBe(amount);
        for (const part of parts) {
          const share = (amount * part.ms) / (entry.end - entry.start || 1);
          expect(part.amount).toBeGreaterThanOrEqual(0);
          if (parts.length > 1) expect(Math.abs((part.amount ?? Number.NaN) - share)).toBeLessThanOrEqual(1);
        }
        expect(parts.map(({ day }) => day)).toEqual(parts.map(({ day }) => day).toSorted());
      }),
      runs(2000),
    );
  });

  test('has 25 hours on the day summer time ends', () => {
    const zone = 'Europe/Berlin';
    const entry = { zone, start: startOfDay('2026-10-25', zone), end: startOfDay('2026-10-26', zone) };
    expect(partsByDay(entry, 2500)).toEqual([{ day: '2026-10-25', ms: 25 * 3_600_000, amount: 2500 }]);
  });

  test('gives a day that the clock came to twice all of its time', () => {
    const zone = 'America/St_Johns';
    const start = at('2010-11-07T01:00:00Z');
    const end = start + 4 * 3_600_000;
    const counted = new Map<string, number>();
    for (let minute = start; minute < end; minute += 60_000) {
      const day = temporalDay(minute, zone);
      counted.set(day, (counted.get(day) ?? 0) + 60_000);
    }
    expect(withoutAmount({ start, end, zone })).toEqual(Array.from(counted, ([day, ms]) => ({ day, ms })));
  });

  test('shares an amount so that no part is negative', () => {
    const entry = { zone: 'UTC', start: 0, end: 4 * 86_400_000 };
    expect(partsByDay(entry, 2).map(({ amount }) => amount)).toEqual([1, 0, 1, 0]);
  });

  test('of no length stands on the day of its start', () => {
    const start = at('2026-11-19T00:00Z');
    expect(partsByDay({ start, end: start, zone: 'UTC' }, 0)).toEqual([{ day: '2026-11-19', ms: 0, amount: 0 }]);
  });
});
