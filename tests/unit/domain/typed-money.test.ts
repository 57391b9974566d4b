import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moneyToType, typedMoney } from '../../../lib/domain/typed-money.ts';

test.each([
  ['125', 'EUR', 12_500],
  ['125.5', 'EUR', 12_550],
  ['125,50 €', 'EUR', 12_550],
  ['1,250', 'USD', 125_000],
  ['1.250,00', 'EUR', 125_000],
  ['1,250.75', 'USD', 125_075],
  ['9000', 'JPY', 9000],
  ['1.500', 'JPY', 1500],
  ['٦٠', 'EUR', 6000],
  ['0', 'EUR', 0],
  ['', 'EUR', null],
  ['-5', 'EUR', null],
  ['much', 'EUR', null],
  ['1.2345', 'EUR', null],
])('%s in %s are %s minor units', (text, currency, amount) => {
  expect(typedMoney(text, currency)).toBe(amount);
});

test('what is shown can be typed back', () => {
  const locale = fc.constantFrom('en-GB', 'de-DE', 'fr-FR', 'hi-IN');
  fc.assert(
    fc.property(fc.nat(10_000_000), fc.constantFrom('EUR', 'JPY'), locale, (amount, currency, shownIn) => {
      expect(typedMoney(moneyToType(amount, currency, shownIn), currency)).toBe(amount);
    }),
  );
});
