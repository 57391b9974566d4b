import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, weekOf } from '../../../lib/domain/civil.ts';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { gapsIn } from '../../../lib/domain/gaps.ts';
import { placeOn, type Surroundings, spanOfDay } from '../../../lib/domain/placement.ts';
import { defaultSettings } from '../../../lib/domain/settings.ts';
import { planCell, type SheetCell, sheetOf } from '../../../lib/domain/timesheet.ts';
import { totalsOf } from '../../../lib/domain/totals.ts';
import { anyEntry, entry, running } from './entries.ts';
import { runs, zonedInstant } from './zones.ts';

const BERLIN = 'Europe/Berlin';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const at = (local: string, zone = BERLIN) => Temporal.ZonedDateTime.from(`${local}[${zone}]`).epochMilliseconds;
const span = (from: string, to: string) => ({ start: at(from), end: at(to) });
const berlin = (from: string, to: string, given: Partial<TimeEntry> = {}) =>
  entry({ zone: BERLIN, ...span(from, to), ...given });
const around = (given: Partial<Surroundings> = {}): Surroundings => ({
  day: '2026-11-19',
  zone: BERLIN,
  taken: [],
  running: null,
  workingHours: defaultSettings.workingHours,
  ...given,
});
const numbered = (entries: readonly TimeEntry[]) => entries.map((one, index) => ({ ...one, id: `e${index}` }));
const cellOf = (entries: readonly TimeEntry[], day: string): SheetCell => {
  const cell = sheetOf([day], entries, null, 0).rows[0]?.cells[0];
  if (!cell) throw new Error('no time on that day');
  return cell;
};

describe('the timesheet', () => {
  test('counts what the day totals count, in every zone and over every change of a clock', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 12 }), fc.nat(6), (found, weekStart) => {
        const entries = numbered(found);
        const days = weekOf(dayOf(entries[0]?.start ?? 0, entries[0]?.zone ?? 'UTC'), weekStart + 1);
        const totals = new Map(
          totalsOf(entries).map(({ day, rows }) => [day, rows.reduce((ms, row) => ms + row.ms, 0)]),
        );
        const sheet = sheetOf(days, entries, null, 0);
        expect(sheet.dayTotals).toEqual(days.map((day) => totals.get(day) ?? 0));
        expect(sheet.rows.reduce((ms, row) => ms + row.ms, 0)).toBe(sheet.ms);
        for (const row of sheet.rows) expect(row.cells.reduce((ms, cell) => ms + cell.ms, 0)).toBe(row.ms);
      }),
      runs(500),
    );
  });

  test('has a row for each project and task, and for those kept without time', () => {
    const entries = [
      berlin('2026-11-19T09:00', '2026-11-19T10:00', { projectId: 'a', taskId: 't' }),
      berlin('2026-11-19T10:00', '2026-11-19T12:00', { projectId: 'a' }),
    ];
    const { rows } = sheetOf(['2026-11-19'], entries, null, 0, [{ projectId: 'b', taskId: null }]);
    expect(rows.map(({ projectId, taskId, ms }) => [projectId, taskId, ms / HOUR])).toEqual([
      ['b', null, 0],
      ['a', 't', 1],
      ['a', null, 2],
    ]);
  });

  test('has the timer in its cell, growing', () => {
    const timer = running({ zone: BERLIN, start: at('2026-11-18T23:30'), projectId: 'a' });
    const sheet = sheetOf(['2026-11-18', '2026-11-19'], [], timer, at('2026-11-19T00:10'));
    expect(sheet.rows[0]?.cells.map(({ ms, running: runs }) => [ms / MINUTE, runs])).toEqual([
      [30, true],
      [10, true],
    ]);
  });
});

describe('a new entry from the timesheet', () => {
  test('goes after the last entry of the day', () => {
    const taken = [span('2026-11-19T09:00', '2026-11-19T16:10'), span('2026-11-19T08:00', '2026-11-19T09:00')];
    expect(placeOn(25 * MINUTE, around({ taken }))).toEqual(span('2026-11-19T16:10', '2026-11-19T16:35'));
  });

  test('starts an empty day where work starts, also on a day off', () => {
    const workingHours = defaultSettings.workingHours.with(0, { start: 450, end: 900 });
    expect(placeOn(HOUR, around())).toEqual(span('2026-11-19T09:00', '2026-11-19T10:00'));
    expect(placeOn(HOUR, around({ day: '2026-11-21', workingHours }))?.start).toBe(at('2026-11-21T07:30'));
    expect(placeOn(HOUR, around({ workingHours: Array(7).fill(null) }))?.start).toBe(at('2026-11-19T09:00'));
  });

  test('goes before the timer that runs, never into it', () => {
    const timer = running({ start: at('2026-11-19T11:00'), zone: BERLIN });
    const taken = [span('2026-11-19T09:00', '2026-11-19T10:00')];
    expect(placeOn(HOUR, around({ taken, running: timer }))?.start).toBe(at('2026-11-19T10:00'));
    expect(placeOn(2 * HOUR, around({ taken, running: timer }))?.end).toBe(at('2026-11-19T09:00'));
    expect(placeOn(10 * HOUR, around({ taken, running: timer }))).toBeNull();
  });

  test('is on its day, as long as typed, and takes nobody’s time', () => {
    const minutes = fc.integer({ min: 1, max: 30 * 60 });
    fc.assert(
      fc.property(
        zonedInstant,
        fc.array(fc.tuple(fc.integer({ min: -600, max: 2400 }), minutes)),
        minutes,
        (when, spans, long) => {
          const day = dayOf(when.instant, when.zone);
          const whole = spanOfDay(day, when.zone);
          const taken = spans.map(([from, length]) => {
            const start = whole.start + from * MINUTE;
            return { start, end: start + length * MINUTE };
          });
          const place = placeOn(long * MINUTE, around({ day, zone: when.zone, taken }));
          const longest = Math.max(0, ...gapsIn(whole, taken).map(({ start, end }) => end - start));
          expect(place === null).toBe(longest < long * MINUTE);
          if (!place) return;
          expect(place.end - place.start).toBe(long * MINUTE);
          expect(gapsIn(place, taken)).toEqual([place]);
          expect(place.start >= whole.start && place.end <= whole.end).toBe(true);
        },
      ),
      runs(500),
    );
  });
});

describe('a typed cell', () => {
  const day = '2026-11-19';

  test('with one entry moves its end, so that the cell shows what was typed', () => {
    fc.assert(
      fc.property(anyEntry, fc.integer({ min: 1, max: 24 * 60 }), (one, minutes) => {
        const on = dayOf(Math.max(one.start, one.end - 1), one.zone);
        const cell = cellOf([one], on);
        const plan = planCell(cell, minutes * MINUTE, around({ day: on, zone: one.zone }));
        if (plan.does === 'end') expect(cellOf([{ ...one, end: plan.end }], on).ms).toBe(minutes * MINUTE);
        else if (plan.does === 'nothing') expect(cell.ms).toBe(minutes * MINUTE);
        else expect(plan).toEqual({ does: 'refuse', why: 'noRoom' });
      }),
      runs(500),
    );
  });

  test('of an entry that goes on after midnight, or with several, opens them', () => {
    const over = cellOf([berlin('2026-11-19T23:00', '2026-11-20T01:00')], day);
    expect(planCell(over, HOUR / 2, around())).toEqual({ does: 'open' });
    const [a, b] = numbered([
      berlin('2026-11-19T09:00', '2026-11-19T10:00'),
      berlin('2026-11-19T11:00', '2026-11-19T12:00'),
    ]) as [TimeEntry, TimeEntry];
    expect(planCell(cellOf([a, b], day), HOUR, around())).toEqual({ does: 'open' });
  });

  test('shows the rest of an entry from the day before, and changes where that ends', () => {
    const over = berlin('2026-11-18T23:00', '2026-11-19T01:00');
    const cell = cellOf([over], day);
    expect(cell.ms).toBe(HOUR);
    expect(planCell(cell, 2 * HOUR, around())).toEqual({ does: 'end', entry: over, end: at('2026-11-19T02:00') });
    expect(planCell(cell, 0, around())).toEqual({ does: 'open' });
  });

  test('emptied, loses its entry; an empty one stays so', () => {
    const one = berlin('2026-11-19T09:00', '2026-11-19T10:00');
    expect(planCell(cellOf([one], day), 0, around())).toEqual({ does: 'delete', entry: one });
    const empty: SheetCell = { day, ms: 0, entries: [], running: false };
    expect(planCell(empty, 0, around())).toEqual({ does: 'nothing' });
    expect(planCell(empty, 25 * HOUR, around())).toEqual({ does: 'refuse', why: 'noRoom' });
    expect(planCell({ ...empty, running: true }, HOUR, around())).toEqual({ does: 'refuse', why: 'running' });
  });

  test('on the day summer time ends has 25 hours to fill', () => {
    const ends = '2026-10-25';
    const cell: SheetCell = { day: ends, ms: 0, entries: [], running: false };
    expect(planCell(cell, 25 * HOUR, around({ day: ends }))).toEqual({ does: 'add', ...spanOfDay(ends, BERLIN) });
    expect(planCell({ ...cell, day: addDays(ends, 1) }, 25 * HOUR, around({ day: addDays(ends, 1) })).does).toBe(
      'refuse',
    );
  });
});
