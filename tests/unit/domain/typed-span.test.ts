import { expect, test } from 'vitest';
import { typedSpan } from '../../../lib/domain/typed-span.ts';

const zone = 'Europe/Berlin';
const at = (text: string): number => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;
const reference = { day: '2026-11-19', zone, now: at('2026-11-19T14:25'), locale: 'en-GB' };
const shown = (instant: number): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(5, 16);

test.each([
  ['9-11:30', '11-19T09:00', '11-19T11:30'],
  ['9:00 – 11.30', '11-19T09:00', '11-19T11:30'],
  ['0900-1130', '11-19T09:00', '11-19T11:30'],
  ['9am to 1pm', '11-19T09:00', '11-19T13:00'],
  ['9 - 11', '11-19T09:00', '11-19T11:00'],
  ['22:30-1', '11-19T22:30', '11-20T01:00'],
  ['13:00 until now', '11-19T13:00', '11-19T14:25'],
  ['-1h - now', '11-19T13:25', '11-19T14:25'],
])('%s is two times', (text, start, end) => {
  const span = typedSpan(text, reference);
  expect(span && [shown(span.start), shown(span.end)]).toEqual([start, end]);
});

test.each(['9', '-15m', '9-', '-', '9-11:', '1:30', 'nine to eleven', ''])('%s is not', (text) => {
  expect(typedSpan(text, reference)).toBeNull();
});
