import { expect, test } from 'vitest';
import { breakAfter, isLate } from '../../../lib/domain/pomodoro.ts';
import { defaultSettings } from '../../../lib/domain/settings.ts';

const minute = 60_000;
const worked = { day: '2026-11-19', id: 'a' };

test('what comes two minutes after the end is in time, a moment later nobody was there', () => {
  expect([isLate(0, 2 * minute), isLate(0, 2 * minute + 1)]).toEqual([false, true]);
});

test('every so many breaks one is long, the others are short', () => {
  const settings = { ...defaultSettings.pomodoro, rounds: 3, rest: 5, longRest: 20 };
  const breaks = [1, 2, 3, 4, 5, 6].map((round) => breakAfter(round, worked, 0, settings));
  expect(breaks.map(({ ends }) => (ends ?? 0) / minute)).toEqual([5, 5, 20, 5, 5, 20]);
});
