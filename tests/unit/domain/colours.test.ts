import { expect, test } from 'vitest';
import type { Colour } from '../../../lib/domain/catalogue.ts';
import { nextColour } from '../../../lib/domain/colours.ts';

test('new projects get the colours in the order that tells them apart best, then all over again', () => {
  const given: Colour[] = [];
  for (let n = 0; n < 24; n += 1) given.push(nextColour(given));
  const order = [8, 2, 7, 1, 9, 4, 6, 11, 5, 10, 3, 12];
  expect(given).toEqual([...order, ...order]);
});

test('a colour that came free, or that fewest projects have, is given first', () => {
  expect(nextColour([8, 7, 1])).toBe(2);
  expect(nextColour([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 8, 2])).toBe(7);
});
