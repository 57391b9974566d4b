import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../lib/domain/civil.ts';
import { hoursOfDay, lengthOfDay } from '../../../lib/domain/day-hours.ts';
import { type DayPiece, LANES, layOut, piecesOn, untracked } from '../../../lib/domain/day-layout.ts';
import { dragged, drawn } from '../../../lib/domain/drag.ts';
import { partsByDay } from '../../../lib/domain/split.ts';
import { anyEntry, entry, running } from './entries.ts';
import { clockChanges, full, runs, zonedInstant } from './zones.ts';

const BERLIN = 'Europe/Berlin';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (local: string, zone = BERLIN) => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;
const piece = (from: number, to: number, id = 'e'): DayPiece => ({
  entry: entry({ id, start: from * MINUTE, end: to * MINUTE }),
  from: from * MINUTE,
  to: to * MINUTE,
  begins: true,
  ends: true,
});
const anyPieces = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 0, max: 300 })), { maxLength: 40 })
  .map((spans) =>
    spans
      .map(([from, length], index) => piece(from, from + length, `e${index}`))
      .toSorted((a, b) => a.from - b.from || b.to - a.to),
  );

describe('the hours of a day', () => {
  test('stand at full hours of the clock, over every change of it in any zone', () => {
    for (const { zone, at: change } of full ? clockChanges : clockChanges.filter((_, n) => n % 9 === 0)) {
      const day = dayOf(change, zone);
      const hours = hoursOfDay(day, zone);
      const length = lengthOfDay(day, zone);
      expect(
        hours.every(
          ({ instant }) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).minute === 0,
        ),
      ).toBe(true);
      expect(hours.every(({ offset }) => offset >= 0 && offset < length)).toBe(true);
      // Between two of them lies an hour, or half a one more or less where a clock moves by that.
      for (const [index, line] of hours.entries()) {
        const before = hours[index - 1];
        if (before) expect([30, 60, 90].map((n) => n * MINUTE)).toContain(line.offset - before.offset);
      }
    }
  });

  test('are 23 when summer time begins and 25 when it ends, two of them alike', () => {
    expect(hoursOfDay('2026-03-29', BERLIN)).toHaveLength(23);
    const autumn = hoursOfDay('2026-10-25', BERLIN);
    expect(autumn).toHaveLength(25);
    const clock = autumn.map(
      ({ instant }) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(BERLIN).hour,
    );
    expect(clock.slice(0, 5)).toEqual([0, 1, 2, 2, 3]);
  });
});

describe('the pieces of a day', () => {
  test('are as long as what the day counts of each entry', () => {
    fc.assert(
      fc.property(anyEntry, (one) => {
        for (const { day, ms } of partsByDay(one, null)) {
          const [found, ...others] = piecesOn(day, [one], null, 0);
          expect(others).toEqual([]);
          expect((found?.to ?? Number.NaN) - (found?.from ?? 0)).toBe(ms);
          expect(found?.from).toBeGreaterThanOrEqual(0);
          expect(found?.to).toBeLessThanOrEqual(lengthOfDay(day, one.zone));
        }
      }),
      runs(1000),
    );
  });

  test('put an entry after the doubled hour an hour lower', () => {
    const after = entry({ zone: BERLIN, start: at('2026-10-25T09:00'), end: at('2026-10-25T10:00') });
    expect(piecesOn('2026-10-25', [after], null, 0)[0]?.from).toBe(10 * HOUR);
  });

  test('stand by the clock of the place an entry was made in', () => {
    const tokyo = entry({
      zone: 'Asia/Tokyo',
      start: at('2026-11-19T09:00', 'Asia/Tokyo'),
      end: at('2026-11-19T10:00', 'Asia/Tokyo'),
    });
    expect(piecesOn('2026-11-19', [tokyo], null, 0)).toMatchObject([{ from: 9 * HOUR, to: 10 * HOUR }]);
    expect(piecesOn('2026-11-18', [tokyo], null, 0)).toEqual([]);
  });

  test('let what runs grow to now and end nowhere', () => {
    const timer = running({ zone: BERLIN, start: at('2026-11-18T23:30') });
    const now = at('2026-11-19T00:10');
    expect(piecesOn('2026-11-18', [], timer, now)).toMatchObject([{ to: 24 * HOUR, begins: true, ends: false }]);
    expect(piecesOn('2026-11-19', [], timer, now)).toMatchObject([
      { from: 0, to: 10 * MINUTE, begins: false, ends: false },
    ]);
  });
});

describe('blocks', () => {
  test('never cover each other, stand at most three abreast, and none is lost', () => {
    fc.assert(
      fc.property(anyPieces, fc.integer({ min: 0, max: 30 }), (pieces, least) => {
        const { blocks, crowds } = layOut(pieces, least * MINUTE);
        const ids = [...blocks, ...crowds.flatMap((crowd) => crowd.pieces)].map(({ entry: { id } }) => id);
        expect(ids.toSorted()).toEqual(pieces.map(({ entry: { id } }) => id).toSorted());
        for (const block of blocks) {
          expect(block.lanes).toBeLessThanOrEqual(LANES);
          expect(block.lane).toBeLessThan(block.lanes);
        }
        for (const a of blocks) {
          for (const b of blocks) {
            if (a === b || a.lane !== b.lane) continue;
            expect(a.to <= b.from || b.to <= a.from).toBe(true);
          }
        }
      }),
      runs(500),
    );
  });

  test('that share time are as wide as each other; one that shares none is as wide as the day', () => {
    const { blocks } = layOut([piece(540, 600, 'a'), piece(570, 660, 'b'), piece(660, 700, 'c')], 0);
    expect(blocks.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  test('beyond three are counted', () => {
    const five = Array.from({ length: 5 }, (_, n) => piece(540 + n, 600 + n, `e${n}`));
    const { blocks, crowds } = layOut(five, 0);
    expect(blocks).toHaveLength(3);
    expect(crowds).toMatchObject([{ from: 543 * MINUTE, to: 604 * MINUTE, pieces: [{}, {}] }]);
  });
});

describe('untracked time', () => {
  test('and tracked time are all there is from the first entry to the last', () => {
    fc.assert(
      fc.property(anyPieces, (pieces) => {
        const gaps = untracked(pieces, null);
        const minutes = new Set<number>();
        for (const { from, to } of [...pieces, ...gaps]) for (let at = from; at < to; at += MINUTE) minutes.add(at);
        const free = gaps.reduce((ms, { from, to }) => ms + to - from, 0);
        const whole = pieces.length === 0 ? 0 : Math.max(...pieces.map(({ to }) => to)) - (pieces[0]?.from ?? 0);
        expect(minutes.size * MINUTE).toBe(whole);
        expect(
          gaps.every((gap) => pieces.every(({ from, to }) => to <= gap.from || from >= gap.to || from === to)),
        ).toBe(true);
        expect(free).toBeLessThanOrEqual(whole);
      }),
      runs(300),
    );
  });

  test('goes on to now today, and is nothing on an empty day', () => {
    expect(untracked([piece(540, 600)], 615 * MINUTE)).toEqual([{ from: 600 * MINUTE, to: 615 * MINUTE }]);
    expect(untracked([], 615 * MINUTE)).toEqual([]);
  });
});

describe('dragging', () => {
  const five = 5 * MINUTE;
  const day = 24 * HOUR;

  test('moves without a change of length, and every moved edge snaps', () => {
    fc.assert(
      fc.property(
        zonedInstant,
        fc.integer({ min: -day, max: day }),
        fc.constantFrom('move', 'start', 'end'),
        (when, by, grip) => {
          const limit = lengthOfDay(dayOf(when.instant, when.zone), when.zone);
          const span = { from: 9 * HOUR + 12_345, to: 10 * HOUR + 23_456 };
          const moved = dragged(span, grip, by, five, limit);
          expect(moved.to).toBeGreaterThan(moved.from);
          expect(moved.from).toBeGreaterThanOrEqual(0);
          expect(moved.from).toBeLessThan(limit);
          if (grip === 'move') expect(moved.to - moved.from).toBe(span.to - span.from);
          if (grip === 'start') expect(moved.to).toBe(span.to);
          if (grip === 'end') expect(moved.from).toBe(span.from);
          if (grip === 'move') expect(moved.from % five).toBe(0);
        },
      ),
      runs(500),
    );
  });

  test('over empty time draws whole steps, either way round', () => {
    expect(drawn(541 * MINUTE, 553 * MINUTE, five, day)).toEqual({ from: 540 * MINUTE, to: 555 * MINUTE });
    expect(drawn(553 * MINUTE, 541 * MINUTE, five, day)).toEqual({ from: 540 * MINUTE, to: 555 * MINUTE });
    expect(drawn(day + HOUR, day + HOUR, five, day)).toEqual({ from: day - five, to: day });
  });
});
