import type { AwayQuestion } from '../../domain/away.ts';
import type { Day, Page, RunningEntry, TimeEntry } from '../../domain/entry.ts';
import type { Favourite } from '../../domain/favourite.ts';
import type { Paused } from '../../domain/paused.ts';
import type { PomodoroState } from '../../domain/pomodoro.ts';
import { defaultSettings, type Settings } from '../../domain/settings.ts';
import type { RecentWork } from '../../domain/suggestions.ts';
import { browser } from '../../platform/browser.ts';
import { pageKey } from '../items.ts';
import type { Recently } from '../queries.ts';
import { isHeader, parseStored, storedKey } from './copy.ts';
import { LAST_BACKUP_KEY } from './last-backup.ts';
import { NOTICE_KEY, parseNotice } from './notice-board.ts';
import { readThings } from './values.ts';
import { HEADER_KEY } from './watch.ts';

export const DAYS_SHOWN = 30;
/** A day ahead, for entries of a zone further east. */
const DAYS_AHEAD = 1;

/**
 * What the popup shows, read from the second copy: no database, no Dexie.
 * @param daysShown fewer than all that the popup shows, for who wants only the newest
 */
export async function readRecently(today: Day, daysShown = DAYS_SHOWN): Promise<Recently | null> {
  const newest = Temporal.PlainDate.from(today).add({ days: DAYS_AHEAD });
  const days = Array.from({ length: daysShown + DAYS_AHEAD }, (_, days) => newest.subtract({ days }).toString());
  const single = ['running', 'paused', 'favourites', 'away', 'pomodoro', 'settings', 'recent'];
  const keys = [...single, ...days.map(pageKey)];
  const stored = await browser.storage.local.get([HEADER_KEY, NOTICE_KEY, LAST_BACKUP_KEY, ...keys.map(storedKey)]);
  const header = stored[HEADER_KEY];
  if (!isHeader(header)) return null;
  const value = <T>(key: string, none: T): T => {
    const item = parseStored(key, stored[storedKey(key)]);
    return item && item.n >= header.base ? ((item.value as T | null) ?? none) : none;
  };
  const running = value<RunningEntry | null>('running', null);
  const pages: Page[] = days.map((day) => ({ day, entries: value<readonly TimeEntry[]>(pageKey(day), []) }));
  const favourites = value<readonly Favourite[]>('favourites', []);
  const shown = [...pages.flatMap((page) => page.entries), ...(running ? [running] : []), ...favourites];
  const settings = value<Settings>('settings', defaultSettings);
  const named = [settings.defaultProjectId, ...shown.map((entry) => entry.projectId)];
  const projects = await readThings(
    'project',
    named.flatMap((id) => id ?? []),
  );
  const clients = await readThings(
    'client',
    [...projects.values()].flatMap((project) => project.clientId ?? []),
  );
  return {
    running,
    paused: value<Paused | null>('paused', null),
    favourites,
    pages: pages.filter((page) => page.entries.length > 0),
    projects,
    clients,
    away: value<readonly AwayQuestion[]>('away', [])[0] ?? null,
    pomodoro: value<PomodoroState | null>('pomodoro', null),
    settings,
    recent: value<readonly RecentWork[]>('recent', []),
    notice: parseNotice(stored[NOTICE_KEY]),
    lastBackup: typeof stored[LAST_BACKUP_KEY] === 'number' ? stored[LAST_BACKUP_KEY] : null,
  };
}
