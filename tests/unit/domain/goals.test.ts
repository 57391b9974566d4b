import { expect, test } from 'vitest';
import { nextReached, progressOf, reachedSince } from '../../../lib/domain/goals.ts';
import { entry, running } from './entries.ts';

const hour = 3_600_000;
const at = (day: string, hours: number) => Date.parse(`${day}T00:00Z`) + hours * hour;
const today = '2026-11-19';
const week = ['2026-11-16', '2026-11-17', '2026-11-18', today, '2026-11-20', '2026-11-21', '2026-11-22'];

test('a goal counts its project, or all of them, over its day or week, and what is running', () => {
  const entries = [
    entry({ id: 'a', projectId: 'p', start: at(today, 9), end: at(today, 10), zone: 'UTC' }),
    entry({ id: 'b', projectId: 'q', start: at(today, 10), end: at(today, 12), zone: 'UTC' }),
    entry({ id: 'c', projectId: 'p', start: at('2026-11-16', 9), end: at('2026-11-16', 13), zone: 'UTC' }),
    entry({ id: 'd', projectId: 'p', start: at('2026-11-15', 9), end: at('2026-11-15', 13), zone: 'UTC' }),
  ];
  const now = at(today, 13);
  const runs = running({ projectId: 'p', start: at(today, 12), zone: 'UTC' });
  const goals = [
    { projectId: null, per: 'day', ms: 8 * hour },
    { projectId: 'p', per: 'day', ms: 2 * hour },
    { projectId: 'p', per: 'week', ms: 20 * hour },
  ] as const;
  const hours = progressOf(goals, entries, runs, { today, week, now }).map(({ tracked }) => tracked / hour);
  expect(hours).toEqual([4, 2, 6]);
});

test('a goal is reached once, at the very moment, and only by what counts for it', () => {
  const goals = [
    { projectId: null, per: 'day', ms: 2 * hour },
    { projectId: 'q', per: 'day', ms: 2 * hour },
  ] as const;
  const runs = running({ projectId: 'p', start: at(today, 9), zone: 'UTC' });
  const when = (hours: number) => ({ today, week, now: at(today, hours) });
  expect(nextReached(goals, [], runs, when(10))).toBe(at(today, 11));
  expect(reachedSince(at(today, 10), goals, [], runs, when(11))).toEqual([goals[0]]);
  expect(reachedSince(at(today, 11), goals, [], runs, when(12))).toEqual([]);
  expect(nextReached(goals, [], runs, when(12))).toBeNull();
  const [later, sooner] = [
    { projectId: null, per: 'week', ms: 9 * hour },
    { projectId: 'p', per: 'day', ms: 3 * hour },
  ] as const;
  expect(nextReached([later, sooner], [], runs, when(10))).toBe(at(today, 12));
});
