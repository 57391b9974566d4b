import type { CatalogueKind, CatalogueThings } from '../domain/catalogue.ts';
import { EVERY_DAY } from '../domain/days.ts';
import type { RunningEntry, TimeEntry } from '../domain/entry.ts';
import type { Favourite } from '../domain/favourite.ts';
import type { Paused } from '../domain/paused.ts';
import type { SavedReport } from '../domain/saved-report.ts';
import { defaultSettings, type Settings } from '../domain/settings.ts';
import { type Item, isPageKey } from './items.ts';
import { migrateItem, SCHEMA } from './migrations.ts';
import { allItems, type CopyPort } from './ports.ts';
import type { JournalReader } from './reader.ts';

interface Contents {
  readonly settings: Settings;
  readonly running: RunningEntry | null;
  readonly clients: readonly unknown[];
  readonly projects: readonly unknown[];
  readonly tasks: readonly unknown[];
  readonly tags: readonly unknown[];
  readonly favourites: readonly Favourite[];
  readonly reports: readonly SavedReport[];
  readonly paused: Paused | null;
  readonly entries: readonly TimeEntry[];
}

const asText = (contents: Contents): string =>
  `${JSON.stringify({ format: 'timetracker', schema: SCHEMA, ...contents }, null, 2)}\n`;

/**
 * Everything a person has, as JSON text: the same bytes for the same data, whatever happened to the copies between.
 * Instants are milliseconds since the epoch; rates are minor units an hour.
 */
export async function exportJson(reader: JournalReader): Promise<string> {
  const pages = await reader.pagesBetween(EVERY_DAY.first, EVERY_DAY.last);
  const catalogue = async (kind: CatalogueKind): Promise<unknown[]> => reader.things(kind);
  return asText({
    settings: await reader.settings(),
    running: await reader.running(),
    clients: await catalogue('client'),
    projects: await catalogue('project'),
    tasks: await catalogue('task'),
    tags: await catalogue('tag'),
    favourites: await reader.single('favourites'),
    reports: await reader.single('reports'),
    paused: await reader.single('paused'),
    entries: pages.flatMap((page) => page.entries),
  });
}

/** The same from the second copy, for when the database cannot be opened. */
export async function exportSecondCopy(copy: CopyPort): Promise<string> {
  const items: Item[] = [];
  for await (const slice of allItems(copy)) items.push(...slice.map((item) => migrateItem(item)));
  items.sort((a, b) => (a.key < b.key ? -1 : 1));
  const value = <T>(key: string, none: T): T => (items.find((item) => item.key === key)?.value as T | null) ?? none;
  const catalogue = (kind: CatalogueKind): unknown[] =>
    items
      .filter((item) => item.key.startsWith(`${kind}:`))
      .flatMap((item) => item.value as CatalogueThings[typeof kind][])
      .sort((a, b) => a.number - b.number);
  return asText({
    settings: value('settings', defaultSettings),
    running: value<RunningEntry | null>('running', null),
    clients: catalogue('client'),
    projects: catalogue('project'),
    tasks: catalogue('task'),
    tags: catalogue('tag'),
    favourites: value<readonly Favourite[]>('favourites', []),
    reports: value<readonly SavedReport[]>('reports', []),
    paused: value<Paused | null>('paused', null),
    entries: items.filter((item) => isPageKey(item.key)).flatMap((item) => item.value as readonly TimeEntry[]),
  });
}
