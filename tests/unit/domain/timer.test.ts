import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elapsed, sameWork, startsInFuture, stopTimer } from '../../../lib/domain/timer.ts';
import { entry, running } from './entries.ts';
import { runs } from './zones.ts';

const instant = fc.integer({ min: 0, max: 4e12 });

describe('stopping', () => {
  test('ends the entry now, and keeps all else', () => {
    const timer = running({ start: 1000 });
    expect(stopTimer(timer, 5000, 4000)).toEqual({ ...timer, end: 5000, changed: 5000 });
  });

  test('after the clock was set back to before the start keeps what was tracked while the browser was known to be alive', () => {
    expect(stopTimer(running({ start: 5000 }), 1000, 9000).end).toBe(9000);
    expect(stopTimer(running({ start: 5000 }), 1000, 3000).end).toBe(5000);
    expect(stopTimer(running({ start: 5000 }), 1000, null).end).toBe(5000);
  });

  test('never leaves an entry that ends before it starts, nor an elapsed time below zero', () => {
    fc.assert(
      fc.property(instant, instant, fc.option(instant), (start, now, lastAlive) => {
        const stopped = stopTimer(running({ start }), now, lastAlive);
        expect(stopped.end).toBeGreaterThanOrEqual(start);
        expect(elapsed(running({ start }), now)).toBeGreaterThanOrEqual(0);
        if (now >= start) expect(stopped.end - start).toBe(elapsed(running({ start }), now));
      }),
      runs(500),
    );
  });
});

test('a start lies in the future from the next millisecond on', () => {
  expect(startsInFuture(1001, 1000)).toBe(true);
  expect(startsInFuture(1000, 1000)).toBe(false);
});

describe('the same work', () => {
  const work = entry({ projectId: 'acme', taskId: 'task', tagIds: ['a', 'b'], billable: true });

  test('is the same whatever the order of its tags', () => {
    expect(sameWork(work, { ...work, tagIds: ['b', 'a'] })).toBe(true);
  });

  test.each([
    { description: 'Other' },
    { projectId: null },
    { taskId: null },
    { tagIds: ['a'] },
    { tagIds: ['a', 'c'] },
    { billable: false },
  ])('is another with %j', (change) => {
    expect(sameWork(work, { ...work, ...change })).toBe(false);
  });
});
