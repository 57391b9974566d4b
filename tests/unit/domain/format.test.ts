import { describe, expect, test } from 'vitest';
import {
  badgeText,
  currencySign,
  dayHeading,
  durationClock,
  durationShort,
  spokenDuration,
  timeOfDay,
} from '../../../lib/domain/format.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

describe('durations', () => {
  test.each([
    [0, '0:00', '0:00:00', '0m'],
    [59_999, '0:00', '0:00:59', '0m'],
    [42 * minute, '0:42', '0:42:00', '42m'],
    [hour - 1, '0:59', '0:59:59', '59m'],
    [hour, '1:00', '1:00:00', '1:00'],
    [hour + 7 * minute + 42 * second, '1:07', '1:07:42', '1:07'],
    [10 * hour - 1, '9:59', '9:59:59', '9:59'],
    [10 * hour, '10:00', '10:00:00', '10h'],
    [36.5 * hour, '36:30', '36:30:00', '36h'],
    [2000 * hour, '2000:00', '2000:00:00', '999h'],
  ])('%i ms are %s in lists, %s on the clock, %s on the badge', (ms, short, clock, badge) => {
    expect([durationShort(ms), durationClock(ms), badgeText(ms)]).toEqual([short, clock, badge]);
    expect(badgeText(ms).length).toBeLessThanOrEqual(4);
  });

  test.each([
    [hour + 15 * minute, 'en', '1 hour 15 minutes'],
    [2 * hour, 'en', '2 hours'],
    [minute, 'en', '1 minute'],
    [0, 'en', '0 minutes'],
    [hour + 15 * minute, 'de', '1 Stunde, 15 Minuten'],
  ])('%i ms are spoken in %s as "%s"', (ms, locale, words) => {
    expect(spokenDuration(ms, locale).replace(',', '')).toBe(words.replace(',', ''));
  });
});

describe('times and days', () => {
  const instant = Temporal.Instant.from('2026-11-19T13:18Z').epochMilliseconds;

  test('a time is written as the locale does, in the zone asked for', () => {
    expect(timeOfDay(instant, 'UTC', 'en-GB')).toBe('13:18');
    expect(timeOfDay(instant, 'Europe/Berlin', 'de')).toBe('14:18');
    expect(timeOfDay(instant, 'UTC', 'en-US').replace(/\s/g, ' ')).toBe('1:18 PM');
  });

  test.each([
    ['2026-11-19', 'en-GB', 'today'],
    ['2026-11-18', 'en-GB', 'yesterday'],
    ['2026-11-12', 'en-GB', 'Thu 12 Nov'],
    ['2026-11-12', 'en-US', 'Thu Nov 12'],
    ['2026-11-20', 'en-GB', 'Fri 20 Nov'],
    ['2025-11-20', 'en-GB', 'Thu 20 Nov 2025'],
    ['2025-11-20', 'en-US', 'Thu Nov 20, 2025'],
    ['2026-11-12', 'de', 'Do., 12. Nov.'],
  ])('%s is headed in %s by "%s"', (day, locale, heading) => {
    expect(dayHeading(day, '2026-11-19', locale)).toBe(heading);
  });

  test('yesterday is yesterday over the turn of the year too', () => {
    expect(dayHeading('2025-12-31', '2026-01-01', 'en')).toBe('yesterday');
  });
});

test('a currency has its short sign', () => {
  expect(currencySign('EUR', 'en')).toBe('€');
  expect(currencySign('USD', 'en-CA')).toBe('$');
  expect(currencySign('CHF', 'de-CH')).toBe('CHF');
});
