import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween, startOfDay, weekday, weekOf } from '../../../lib/domain/civil.ts';
import { allZones, clockChanges, runs, temporalDay, zonedInstant } from './zones.ts';

const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

describe('the day of an instant', () => {
  test('is the one Temporal gives, in every zone around every change of its clock from 2020 to 2030', () => {
    expect(clockChanges.length).toBeGreaterThan(2000);
    for (const { zone, at: change } of clockChanges) {
      for (const away of [-86_400_000, -3_600_000, -1, 0, 1, 3_600_000, 86_400_000]) {
        expect(dayOf(change + away, zone)).toBe(temporalDay(change + away, zone));
      }
    }
  });

  test('is the one Temporal gives, anywhere', () => {
    fc.assert(
      fc.property(zonedInstant, ({ zone, instant }) => {
        expect(dayOf(instant, zone)).toBe(temporalDay(instant, zone));
      }),
      runs(2000),
    );
  });

  test('is right where a clock came to the same day twice', () => {
    // St. John's put its clock back at 00:01, to 23:01 of the day before
    const change = at('2010-11-07T02:31:00Z');
    for (let minute = -120; minute <= 120; minute += 1) {
      const instant = change + minute * 60_000;
      expect(dayOf(instant, 'America/St_Johns')).toBe(temporalDay(instant, 'America/St_Johns'));
    }
  });

  test('takes no more than a moment for 100,000 entries', () => {
    const before = performance.now();
    for (let n = 0; n < 100_000; n += 1) dayOf(1.5e12 + n * 3_000_000, 'Europe/Berlin');
    expect(performance.now() - before).toBeLessThan(500);
  });

  test('cannot be asked in a zone that does not exist', () => {
    expect(() => dayOf(0, 'Mars/Olympus')).toThrow(RangeError);
  });
});

describe('the start of a day', () => {
  test('is the first instant of that day, in every zone', () => {
    fc.assert(
      fc.property(zonedInstant, ({ zone, instant }) => {
        const day = dayOf(instant, zone);
        const start = startOfDay(day, zone);
        expect(start).toBeLessThanOrEqual(instant);
        expect(dayOf(start, zone)).toBe(day);
        expect(dayOf(start - 1, zone) < day).toBe(true);
      }),
      runs(1000),
    );
  });

  test('is 01:00 where summer time begins at midnight', () => {
    expect(startOfDay('2026-04-24', 'Africa/Cairo')).toBe(at('2026-04-24T01:00+03:00'));
  });
});

describe('days and weeks', () => {
  test('a day so many days later is as many days away', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (n) => {
        const day = addDays('2026-11-19', n);
        expect(daysBetween('2026-11-19', day)).toBe(n);
      }),
      runs(300),
    );
  });

  test('a week is seven days in a row that hold the day and start on the day asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 7 }), (n, startsOn) => {
        const day = addDays('1990-01-01', n);
        const week = weekOf(day, startsOn);
        expect(week).toContain(day);
        expect(week.map(weekday)[0]).toBe(startsOn);
        expect(week).toEqual([0, 1, 2, 3, 4, 5, 6].map((later) => addDays(week[0] ?? '', later)));
      }),
      runs(300),
    );
  });

  test('Thursday 19 November 2026 is in the week from Monday 16, or from Sunday 15', () => {
    expect(weekday('2026-11-19')).toBe(4);
    expect(weekOf('2026-11-19', 1)[0]).toBe('2026-11-16');
    expect(weekOf('2026-11-19', 7)[0]).toBe('2026-11-15');
  });

  test('every zone the browser knows can be used', () => {
    for (const zone of allZones) expect(dayOf(at('2026-11-19T12:00Z'), zone)).toMatch(/^2026-11-(19|20)$/);
  });
});
