import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayStrip, type StripPart } from '../../../lib/domain/day-strip.ts';

const zone = 'Europe/Berlin';
const day = '2026-11-19';
const at = (time: string) => Temporal.ZonedDateTime.from(`${day}T${time}[${zone}]`).epochMilliseconds;
const part = (start: string, end: string, colour: number | null = 1): StripPart => ({
  start: at(start),
  end: at(end),
  colour,
});
const MINUTE = 60_000;

test('a day is told by its first and last minute, what was tracked, and the gaps between', () => {
  const strip = dayStrip(day, zone, [part('11:00', '12:00'), part('08:30', '10:00'), part('09:30', '10:30')]);
  expect(strip.tracked).toEqual({ start: at('08:30'), end: at('12:00') });
  expect([strip.covered / MINUTE, strip.untracked / MINUTE, strip.gaps]).toEqual([180, 30, 1]);
  expect(strip.axis).toEqual({ start: at('08:00'), end: at('18:00') });
});

test('early and late work widens the axis by whole two hours, within the day', () => {
  expect(dayStrip(day, zone, [part('05:10', '06:00'), part('19:00', '21:30')]).axis).toEqual({
    start: at('04:00'),
    end: at('22:00'),
  });
});

test('nothing tracked has no first minute', () => {
  expect(dayStrip(day, zone, [])).toMatchObject({ tracked: null, covered: 0, gaps: 0 });
});

test('covered and untracked make up the time from first to last, whatever overlaps and whatever is of other days', () => {
  const minute = fc.integer({ min: -600, max: 2000 });
  fc.assert(
    fc.property(fc.array(fc.tuple(minute, fc.integer({ min: 1, max: 300 })), { minLength: 1 }), (spans) => {
      const given = spans.map(([from, length]) => ({
        start: at('00:00') + from * MINUTE,
        end: at('00:00') + (from + length) * MINUTE,
        colour: null,
      }));
      const { tracked, covered, untracked, parts } = dayStrip(day, zone, given);
      expect(covered + untracked).toBe(tracked ? tracked.end - tracked.start : 0);
      expect(parts.every(({ start, end }) => start >= at('00:00') && end <= at('00:00') + 1440 * MINUTE)).toBe(true);
    }),
  );
});
