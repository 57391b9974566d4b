import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { durationShort } from '../../../lib/domain/format.ts';
import { typedDuration } from '../../../lib/domain/typed-duration.ts';
import { runs } from './zones.ts';

const minute = 60_000;

describe('a typed duration', () => {
  test.each([
    ['1:30', 90],
    ['0:05', 5],
    [':30', 30],
    ['100:00', 6000],
    ['1.5', 90],
    ['1,5', 90],
    ['.5', 30],
    ['1.0', 60],
    ['90m', 90],
    ['90 min', 90],
    ['1h', 60],
    ['1 h', 60],
    ['1.5h', 90],
    ['1,25 hours', 75],
    ['1h30', 90],
    ['1h 30', 90],
    ['1h 5m', 65],
    ['1 hour 15 minutes', 75],
    ['1H30M', 90],
    ['45', 45],
    ['8', 8],
    ['0', 0],
    ['٩٠m', 90],
  ])('%j is %i minutes', (typed, minutes) => {
    expect(typedDuration(typed)).toEqual({ ms: minutes * minute });
  });

  test.each(['', '-1:30', '1:5', '1:60', '1h75', '1.5m', 'h', 'm', '.', '1.', '1:30:15', 'one hour', '1h 30h', '90s'])(
    '%j is no duration',
    (typed) => {
      expect(typedDuration(typed)).toEqual({ problem: 'notADuration' });
    },
  );

  test('as the page shows it can be typed back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 * 60 }), (minutes) => {
        expect(typedDuration(durationShort(minutes * minute))).toEqual({ ms: minutes * minute });
      }),
      runs(500),
    );
  });

  test('in decimal hours is exact to the millisecond', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9999 }), fc.nat({ max: 99 }), (hours, hundredths) => {
        const typed = `${hours}.${String(hundredths).padStart(2, '0')}`;
        expect(typedDuration(typed)).toEqual({ ms: hours * 3_600_000 + hundredths * 36_000 });
      }),
      runs(500),
    );
  });
});
