import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOf } from '../../../lib/domain/civil.ts';
import { totalsOf } from '../../../lib/domain/totals.ts';
import { trackedOn } from '../../../lib/domain/tracked-on.ts';
import { anyEntry, entry, running } from './entries.ts';
import { runs } from './zones.ts';

const hour = 3_600_000;
const at = (text: string) => Temporal.Instant.from(text).epochMilliseconds;

describe('time tracked on some days', () => {
  test('counts what runs, from midnight on for today', () => {
    const start = at('2026-11-18T23:00Z');
    const now = at('2026-11-19T02:00Z');
    const before = entry({ start: at('2026-11-18T09:00Z'), end: at('2026-11-18T10:00Z') });
    expect(trackedOn(['2026-11-19'], [before], running({ start }), now)).toBe(2 * hour);
    expect(trackedOn(['2026-11-18', '2026-11-19'], [before], running({ start }), now)).toBe(4 * hour);
    expect(trackedOn(['2026-11-19'], [before], null, now)).toBe(0);
  });

  test('counts nothing for a timer whose start has not come, after the clock was set back', () => {
    const start = at('2026-11-19T10:00Z');
    expect(trackedOn(['2026-11-19'], [], running({ start }), start - hour)).toBe(0);
  });

  test('equals the day totals, and a running entry counts like one stopped now', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 6 }), (entries) => {
        const [last] = entries;
        if (last === undefined) return;
        const days = [dayOf(last.start, last.zone), dayOf(last.end, last.zone)];
        const total = totalsOf(entries)
          .filter(({ day }) => days.includes(day))
          .flatMap(({ rows }) => rows)
          .reduce((sum, { ms }) => sum + ms, 0);
        expect(trackedOn(days, entries, null, 0)).toBe(total);
        expect(trackedOn(days, entries.slice(1), { ...last, end: null }, last.end)).toBe(total);
      }),
      runs(300),
    );
  });
});
