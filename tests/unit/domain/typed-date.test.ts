import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../lib/domain/civil.ts';
import { dayHeading } from '../../../lib/domain/format.ts';
import { dateOrderOfLocale } from '../../../lib/domain/locale.ts';
import { typedDate } from '../../../lib/domain/typed-date.ts';
import { runs } from './zones.ts';

const today = '2026-11-19';
const dmy = { today, order: 'dmy', locale: 'en-GB' } as const;
const mdy = { today, order: 'mdy', locale: 'en-US' } as const;
const ymd = { today, order: 'ymd', locale: 'ja' } as const;
const german = { today, order: 'dmy', locale: 'de' } as const;
const spanish = { today, order: 'dmy', locale: 'es' } as const;

describe('a typed date', () => {
  test.each([
    ['2026-11-18', dmy, '2026-11-18'],
    ['2026-11-18', mdy, '2026-11-18'],
    ['2026/1/8', dmy, '2026-01-08'],
    ['18/11', dmy, '2026-11-18'],
    ['11/18', mdy, '2026-11-18'],
    ['11/18', ymd, '2026-11-18'],
    ['18.11.', german, '2026-11-18'],
    ['18.11.2025', german, '2025-11-18'],
    ['18. 11. 25', german, '2025-11-18'],
    ['3/4/25', mdy, '2025-03-04'],
    ['25/3/4', ymd, '2025-03-04'],
    ['11月18日', ymd, '2026-11-18'],
    ['2025年11月18日', ymd, '2025-11-18'],
    ['18 Nov', dmy, '2026-11-18'],
    ['Thu 19 Nov', dmy, '2026-11-19'],
    ['nov 18', mdy, '2026-11-18'],
    ['November 18, 2025', mdy, '2025-11-18'],
    ['2025 Nov 18', dmy, '2025-11-18'],
    ['3 März', german, '2026-03-03'],
    ['3. maerz', german, null],
    ['3 de noviembre de 2025', spanish, '2025-11-03'],
    ['1 aug', german, '2026-08-01'],
    ['today', dmy, today],
    ['Today', mdy, today],
    ['yesterday', dmy, '2026-11-18'],
    ['heute', german, today],
    ['gestern', german, '2026-11-18'],
    ['31/12', dmy, '2025-12-31'],
    ['15/12', dmy, '2026-12-15'],
    ['1/1', dmy, '2026-01-01'],
    ['29/2/2024', dmy, '2024-02-29'],
    ['29/2', dmy, null],
    ['31/11', dmy, null],
    ['13/13', dmy, null],
    ['19', dmy, null],
    ['', dmy, null],
    ['Nov', dmy, null],
    ['ma 3', dmy, null],
    ['3 nov dec', dmy, null],
    ['2026-02-30', dmy, null],
    ['1/2/3/4', dmy, null],
  ] as const)('%j with %j is %s', (typed, reference, day) => {
    expect(typedDate(typed, reference)).toEqual(day === null ? { problem: 'notADate' } : { day });
  });

  const locales = [
    'en-US',
    'en-GB',
    'de',
    'fr',
    'es',
    'pt-BR',
    'fi',
    'pl',
    'ru',
    'el',
    'tr',
    'he',
    'ar-EG',
    'fa',
    'hi',
    'th',
    'ko',
    'ja',
    'zh-TW',
    'hu',
    'bg',
  ];

  test('as the page shows it can be typed back, in any language', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 2, max: 1500 }),
        (locale, n, ago) => {
          const now = addDays('2020-01-01', n);
          const day = addDays(now, -ago);
          const reference = { today: now, order: dateOrderOfLocale(locale), locale };
          expect(typedDate(dayHeading(day, now, locale), reference)).toEqual({ day });
        },
      ),
      runs(150),
    );
  });
});
