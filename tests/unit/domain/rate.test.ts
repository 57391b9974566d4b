import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountOf, resolveRate } from '../../../lib/domain/rate.ts';
import { runs } from './zones.ts';

const euros = (amount: number) => ({ amount, currency: 'EUR' });

describe('an amount', () => {
  test('is rounded half up to the minor unit', () => {
    expect(amountOf(euros(9000), 3_600_000)).toBe(9000);
    expect(amountOf(euros(1), 1_800_000)).toBe(1);
    expect(amountOf(euros(1), 1_799_999)).toBe(0);
    expect(amountOf(euros(10_000), 0)).toBe(0);
  });

  test('is exact to the last unit, however large', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 31 - 1 }), fc.nat({ max: 2 ** 31 - 1 }), (amount, ms) => {
        const exact = (2n * BigInt(amount) * BigInt(ms) + 3_600_000n) / 7_200_000n;
        expect(amountOf(euros(amount), ms)).toBe(Number(exact));
      }),
      runs(2000),
    );
  });
});

test('the most specific rate that is set wins', () => {
  const task = { rate: euros(4) };
  const project = { rate: euros(3) };
  const client = { rate: euros(2) };
  const unset = { rate: null };
  expect(resolveRate(task, project, client, euros(1))).toEqual(euros(4));
  expect(resolveRate(unset, project, client, euros(1))).toEqual(euros(3));
  expect(resolveRate(null, unset, client, euros(1))).toEqual(euros(2));
  expect(resolveRate(null, null, unset, euros(1))).toEqual(euros(1));
  expect(resolveRate(null, null, null, null)).toBeNull();
  expect(resolveRate({ rate: euros(0) }, project, client, null)).toEqual(euros(0));
});
