import { describe, expect, test } from 'vitest';
import {
  currencyOfLocale,
  dateOrderOfLocale,
  weekStartOfLocale,
  weekStartOfRegion,
} from '../../../lib/domain/locale.ts';

describe('what a locale brings', () => {
  test.each([
    ['en-US', 'USD', 7, 'mdy'],
    ['en', 'USD', 7, 'mdy'],
    ['en-GB', 'GBP', 1, 'dmy'],
    ['de', 'EUR', 1, 'dmy'],
    ['de-CH', 'CHF', 1, 'dmy'],
    ['ja', 'JPY', 7, 'ymd'],
    ['sv', 'SEK', 1, 'ymd'],
    ['ar-EG', 'EGP', 6, 'dmy'],
    ['pt-BR', 'BRL', 7, 'dmy'],
    ['en-AQ', 'EUR', 1, 'mdy'],
  ])('%s has %s, weeks from day %i and dates %s', (locale, currency, weekStart, order) => {
    expect(currencyOfLocale(locale)).toBe(currency);
    expect(weekStartOfLocale(locale)).toBe(weekStart);
    expect(dateOrderOfLocale(locale)).toBe(order);
  });

  test('a browser without week info starts the week of every region on the same day as one with it', () => {
    const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const known = (code: string) => names.of(code) !== undefined && !['BU', 'RH', 'TP', 'YD'].includes(code);
    const regions = letters.flatMap((a) => letters.map((b) => a + b)).filter(known);
    expect(regions.length).toBeGreaterThan(200);
    for (const region of regions) {
      const { firstDay } = new Intl.Locale(`und-${region}`).getWeekInfo();
      expect([region, weekStartOfRegion(region)]).toEqual([region, firstDay]);
    }
  });
});
