import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Due, duesAfter, type Watched } from '../../../lib/domain/due.ts';
import { defaultSettings } from '../../../lib/domain/settings.ts';
import { running } from './entries.ts';
import { runs } from './zones.ts';

const minute = 60_000;
const hour = 60 * minute;
const zone = 'Europe/Berlin';
/** A Thursday. */
const at = (time: string, day = '2026-11-19') =>
  Temporal.ZonedDateTime.from(`${day}T${time}[${zone}]`).epochMilliseconds;

type Given = Partial<Omit<Watched, 'settings'>> & { readonly settings?: Partial<Watched['settings']> };
const watched = (more: Given): Watched => ({
  running: null,
  noneSince: null,
  zone,
  ...more,
  settings: { ...defaultSettings, longTimerAfter: null, ...more.settings },
});
const only = (dues: readonly Due[]): number | undefined => dues[0]?.at;

describe('nothing is running', () => {
  const idle = (since: number, remindAfter: number | null = 15) =>
    watched({ noneSince: since, settings: { remindAfter } });

  test('is said after the set minutes within working hours, once', () => {
    expect(only(duesAfter(idle(at('10:00')), at('10:00')))).toBe(at('10:15'));
    expect(only(duesAfter(idle(at('10:00')), at('10:15')))).toBe(at('09:15', '2026-11-20'));
  });

  test('counts from the beginning of the working day, and skips the weekend', () => {
    expect(only(duesAfter(idle(at('07:00')), at('07:00')))).toBe(at('09:15'));
    expect(only(duesAfter(idle(at('16:50', '2026-11-20')), at('16:50', '2026-11-20')))).toBe(at('09:15', '2026-11-23'));
  });

  test('is never said while something runs, and not until it is chosen', () => {
    expect(duesAfter(watched({ running: running(), settings: { remindAfter: 15 } }), at('10:00'))).toEqual([]);
    expect(duesAfter(idle(at('10:00'), null), at('10:00'))).toEqual([]);
  });

  test('in every hour of a year it is said within working hours or not at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 24 }), fc.integer({ min: 1, max: 480 }), (hours, remindAfter) => {
        const since = at('00:00', '2026-01-01') + hours * hour;
        const due = only(duesAfter(idle(since, remindAfter), since));
        if (due === undefined) return;
        const said = Temporal.Instant.fromEpochMilliseconds(due).toZonedDateTimeISO(zone);
        expect(said.dayOfWeek).toBeLessThanOrEqual(5);
        expect(said.hour * 60 + said.minute).toBeGreaterThanOrEqual(9 * 60);
        expect(said.hour * 60 + said.minute).toBeLessThanOrEqual(17 * 60);
        expect(due - since).toBeGreaterThanOrEqual(remindAfter * minute);
      }),
      runs(200),
    );
  });
});

describe('a time of day to stop at', () => {
  const stopping = (start: number, stopAt: number | null = 18 * 60) =>
    watched({ running: running({ start }), settings: { stopAt } });

  test('is today’s, or tomorrow’s for a timer started after it', () => {
    expect(only(duesAfter(stopping(at('17:00')), at('17:00')))).toBe(at('18:00'));
    expect(only(duesAfter(stopping(at('18:00')), at('18:00')))).toBe(at('18:00', '2026-11-20'));
  });

  test('is still due the next morning, at the time that was set', () => {
    expect(only(duesAfter(stopping(at('17:00')), at('17:30')))).toBe(at('18:00'));
  });

  test('does not stop a timer at a time before its start, whatever was looked at last', () => {
    expect(only(duesAfter(stopping(at('18:05')), at('17:55')))).toBe(at('18:00', '2026-11-20'));
  });

  test('keeps to the clock on the wall when summer time ends', () => {
    expect(only(duesAfter(stopping(at('12:00', '2026-10-24')), at('19:00', '2026-10-24')))).toBe(
      at('18:00', '2026-10-25'),
    );
  });
});

test('a timer is long the set hours after its start', () => {
  const long = watched({ running: running({ start: at('08:00') }), settings: { longTimerAfter: 10 } });
  expect(only(duesAfter(long, at('08:00')))).toBe(at('18:00'));
  expect(duesAfter(long, at('18:00'))).toEqual([]);
});
