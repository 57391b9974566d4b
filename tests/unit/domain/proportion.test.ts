import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proportion } from '../../../lib/domain/proportion.ts';
import { runs } from './zones.ts';

const exact = (amount: number, part: number, whole: number) =>
  Number((2n * BigInt(amount) * BigInt(part) + BigInt(whole)) / (2n * BigInt(whole)));

test('a share just under a half is not rounded up, though dividing the numbers as they are would', () => {
  const whole = 100_663_297;
  const amount = 67_108_864 * whole + (whole - 1) / 2;
  expect(Math.round(amount / whole)).toBe(67_108_865);
  expect(proportion(amount, 1, whole)).toBe(67_108_864);
});

test('a share is exact, however large the numbers', () => {
  const upTo = (max: number) => fc.nat({ max });
  fc.assert(
    fc.property(upTo(2 ** 40), upTo(2 ** 32), fc.integer({ min: 1, max: 2 ** 32 }), (amount, part, whole) => {
      expect(proportion(amount, part, whole)).toBe(exact(amount, part, whole));
    }),
    runs(1000),
  );
});
