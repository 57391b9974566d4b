import fc from 'fast-check';
import { vi } from 'vitest';

/** FULL=1 runs every property many times over; without it the suite takes seconds. */
export const full = process.env.FULL === '1';
export const runs = (few: number) => ({ numRuns: full ? few * 20 : few });

vi.setConfig({ testTimeout: full ? 3_600_000 : 30_000 });

export const allZones: readonly string[] = Intl.supportedValuesOf('timeZone');

export interface ClockChange {
  readonly zone: string;
  /** The first instant with the new offset. */
  readonly at: number;
}

const from = Temporal.Instant.from('2020-01-01T00:00Z');
const to = Temporal.Instant.from('2031-01-01T00:00Z').epochMilliseconds;

const changesIn = (zone: string): ClockChange[] => {
  const changes: ClockChange[] = [];
  let next = from.toZonedDateTimeISO(zone).getTimeZoneTransition('next');
  while (next !== null && next.epochMilliseconds < to) {
    changes.push({ zone, at: next.epochMilliseconds });
    next = next.getTimeZoneTransition('next');
  }
  return changes;
};

/** Every change of a clock in any zone from 2020 to 2030. */
export const clockChanges: readonly ClockChange[] = allZones.flatMap(changesIn);

const hour = 3_600_000;

/** A zone and an instant; three in four within two days of a change of its clock, the others anywhere from 1971 to 2039. */
export const zonedInstant: fc.Arbitrary<{ zone: string; instant: number }> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...clockChanges), fc.integer({ min: -48 * hour, max: 48 * hour }))
      .map(([{ zone, at }, away]) => ({ zone, instant: at + away })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      zone: fc.constantFrom(...allZones),
      instant: fc.integer({ min: 366 * 24 * hour, max: 69 * 365 * 24 * hour }),
    }),
  },
);

/** The civil day by Temporal, asked each time. */
export const temporalDay = (instant: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
