import { dayOf, weekOf } from '../domain/civil.ts';
import type { Instant, RunningEntry, TimeEntry } from '../domain/entry.ts';
import { nextReached, reachedSince } from '../domain/goals.ts';
import { weekStartOfLocale } from '../domain/locale.ts';
import type { Settings } from '../domain/settings.ts';
import { currentZone } from '../platform/clock.ts';
import { formatLocale, t } from '../platform/words.ts';
import { readValues } from '../storage/copy/values.ts';
import { pageKey } from '../storage/items.ts';
import { tell } from './notifications.ts';

/**
 * Says which goals were reached since `before`, if the person chose to be told.
 * @returns when the next one will be, if what runs goes on; null: none
 */
export async function watchGoals(
  settings: Settings,
  running: RunningEntry | null,
  before: Instant,
  now: Instant,
): Promise<Instant | null> {
  if (!running || settings.goals.length === 0 || !settings.notifications.includes('goal')) return null;
  const today = dayOf(now, currentZone());
  const week = weekOf(today, settings.weekStartsOn ?? weekStartOfLocale(formatLocale()));
  const pages = await readValues(week.map(pageKey));
  const entries = [...pages.values()].flatMap((page) => page as readonly TimeEntry[]);
  const when = { today, week, now };
  for (const goal of reachedSince(before, settings.goals, entries, running, when)) {
    await tell('goal', settings, t(goal.per === 'day' ? 'goalReachedToday' : 'goalReachedThisWeek'));
  }
  return nextReached(settings.goals, entries, running, when);
}
