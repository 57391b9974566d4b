import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../lib/domain/civil.ts';
import { timeOfDay } from '../../../lib/domain/format.ts';
import { startsInFuture } from '../../../lib/domain/timer.ts';
import { typedTime } from '../../../lib/domain/typed-time.ts';
import { runs, zonedInstant } from './zones.ts';

const minute = 60_000;
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;
const now = at('2026-11-19T14:25:30Z');
const reference = { day: '2026-11-19', zone: 'UTC', now, locale: 'en' };
const problem = { problem: 'notATime' };

describe('a typed time', () => {
  test.each([
    ['9:30', '09:30'],
    ['9.30', '09:30'],
    ['9,30', '09:30'],
    ['930', '09:30'],
    ['0930', '09:30'],
    ['09:30', '09:30'],
    ['9h30', '09:30'],
    ['9 h 30', '09:30'],
    ['9', '09:00'],
    ['9h', '09:00'],
    ['21:30', '21:30'],
    ['2130', '21:30'],
    ['9:30 pm', '21:30'],
    ['9:30PM', '21:30'],
    ['930p', '21:30'],
    ['9pm', '21:00'],
    ['9 a.m.', '09:00'],
    ['12am', '00:00'],
    ['12 pm', '12:00'],
    ['12:05 am', '00:05'],
    ['0:00', '00:00'],
    [' 9:30 ', '09:30'],
    ['٩:٣٠', '09:30'],
    ['９：３０', '09:30'],
    ['\u200f9:30\u200e', '09:30'],
    ['9:30:15', '09:30:15'],
  ])('%j is %s of the day', (typed, time) => {
    expect(typedTime(typed, reference)).toEqual({ instant: at(`2026-11-19T${time}Z`) });
  });

  test.each([
    ['now', 0],
    ['-15m', -15],
    ['−15m', -15],
    ['- 15 min', -15],
    ['-15', -15],
    ['-1h', -60],
    ['-1:30', -90],
    ['-1h30', -90],
    ['-1.5', -90],
    ['+5m', 5],
  ])('%j counts from now', (typed, minutes) => {
    expect(typedTime(typed, reference)).toEqual({ instant: now + minutes * minute });
  });

  test.each([
    '',
    ' ',
    '25',
    '24:00',
    '9:60',
    '9:3',
    '960',
    '99999',
    '13 pm',
    'am',
    'nine',
    '9:30 xm',
    '-',
    '+',
    '-x',
    '--5m',
    '9-30',
    'h',
    ':30',
  ])('%j is no time', (typed) => {
    expect(typedTime(typed, reference)).toEqual(problem);
  });

  test('may have the word for its half of the day before or after it, even one that begins like the English', () => {
    const lithuanian = { ...reference, locale: 'lt' };
    const afternoon = { instant: at('2026-11-19T14:25Z') };
    expect(typedTime('popiet 2:25', lithuanian)).toEqual(afternoon);
    expect(typedTime('2:25 popiet', lithuanian)).toEqual(afternoon);
    expect(typedTime('2:25 pm', lithuanian)).toEqual(afternoon);
  });

  test('that has not come yet stays in the future of that day, to be refused', () => {
    const typed = typedTime('18:00', reference);
    expect(typed).toEqual({ instant: at('2026-11-19T18:00Z') });
    expect('instant' in typed && startsInFuture(typed.instant, now)).toBe(true);
  });

  test('that the clocks skip is read as on a clock not yet put forward; of two, the earlier is meant', () => {
    const berlin = { ...reference, zone: 'Europe/Berlin' };
    expect(typedTime('2:30', { ...berlin, day: '2026-03-29' })).toEqual({ instant: at('2026-03-29T01:30Z') });
    expect(typedTime('2:30', { ...berlin, day: '2026-10-25' })).toEqual({ instant: at('2026-10-25T00:30Z') });
  });
});

describe('a time as the page shows it', () => {
  const locales = [
    'en-US',
    'en-GB',
    'en-CA',
    'de',
    'fr',
    'fr-CA',
    'da',
    'fi',
    'es',
    'es-CO',
    'pt-BR',
    'it',
    'nl',
    'pl',
    'cs',
    'hu',
    'el',
    'sq',
    'bg',
    'uk',
    'ru',
    'tr',
    'he',
    'ar',
    'ar-EG',
    'fa',
    'hi',
    'bn',
    'mr',
    'ne',
    'my',
    'th',
    'vi',
    'id',
    'ko',
    'ja',
    'zh-CN',
    'zh-TW',
    'am',
    'so',
    'gu',
    'ta',
  ];

  test.each(locales)('can be typed back in %s, at every minute of a day', (locale) => {
    const midnight = at('2026-11-19T00:00Z');
    for (let n = 0; n < 24 * 60; n += 7) {
      const instant = midnight + n * minute;
      expect(typedTime(timeOfDay(instant, 'UTC', locale), { ...reference, locale })).toEqual({ instant });
    }
  });

  test('can be typed back in every zone around every change of its clock: the same minute, the earlier where there are two', () => {
    fc.assert(
      fc.property(zonedInstant, fc.constantFrom('en-US', 'en-GB'), ({ zone, instant: any }, locale) => {
        const instant = any - (any % minute);
        const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
        const earlier = there
          .toPlainDateTime()
          .with({ second: 0 })
          .toZonedDateTime(zone, { disambiguation: 'earlier' });
        const shown = timeOfDay(instant, zone, locale);
        expect(typedTime(shown, { day: dayOf(instant, zone), zone, now, locale })).toEqual({
          instant: earlier.epochMilliseconds,
        });
      }),
      runs(1000),
    );
  });
});

test('whatever is typed, the answer is a whole millisecond or a problem', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[-+]?[0-9:.,hpm ]{1,8}$/)), (typed) => {
      const read = typedTime(typed, reference);
      expect('instant' in read ? Number.isSafeInteger(read.instant) : read.problem === 'notATime').toBe(true);
    }),
    runs(1000),
  );
});
