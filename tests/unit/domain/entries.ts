import fc from 'fast-check';
import type { RunningEntry, TimeEntry } from '../../../lib/domain/entry.ts';
import { zonedInstant } from './zones.ts';

const hour = 3_600_000;

export const entry = (given: Partial<TimeEntry> = {}): TimeEntry => ({
  id: 'first',
  number: 1,
  description: 'Fix login',
  projectId: null,
  taskId: null,
  tagIds: [],
  billable: false,
  start: 0,
  end: hour,
  zone: 'UTC',
  origin: 'timer',
  rate: null,
  created: 0,
  changed: 0,
  ...given,
});

export const running = (given: Partial<RunningEntry> = {}): RunningEntry => ({ ...entry(), end: null, ...given });

/** Ids `new-1`, `new-2` and so on, numbers from 101. */
export const identities = () => {
  let made = 0;
  return () => {
    made += 1;
    return { id: `new-${made}`, number: 100 + made };
  };
};

const rate = fc.record({
  amount: fc.integer({ min: 0, max: 100_000 }),
  currency: fc.constantFrom('EUR', 'USD', 'JPY'),
});

/** An entry from no length to three days, mostly about a change of its zone's clock. */
export const anyEntry: fc.Arbitrary<TimeEntry> = fc
  .record({
    when: zonedInstant,
    length: fc.oneof(fc.integer({ min: 0, max: hour }), fc.integer({ min: 0, max: 72 * hour })),
    projectId: fc.constantFrom(null, 'acme', 'beta'),
    billable: fc.boolean(),
    rate: fc.option(rate),
  })
  .map(({ when, length, ...rest }) =>
    entry({ start: when.instant, end: when.instant + length, zone: when.zone, ...rest }),
  );
