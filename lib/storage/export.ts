import type { CatalogueKind } from '../domain/catalogue.ts';
import { SCHEMA } from './migrations.ts';
import type { JournalReader } from './reader.ts';

const FIRST_DAY = '0000-01-01';
const LAST_DAY = '9999-12-31';

/**
 * Everything a person has, as JSON text: the same bytes for the same data, whatever happened to the copies between.
 * Instants are milliseconds since the epoch; rates are minor units an hour.
 */
export async function exportJson(reader: JournalReader): Promise<string> {
  const pages = await reader.pagesBetween(FIRST_DAY, LAST_DAY);
  const catalogue = async (kind: CatalogueKind): Promise<unknown[]> => reader.things(kind);
  const contents = {
    format: 'timetracker',
    schema: SCHEMA,
    settings: await reader.settings(),
    running: await reader.running(),
    clients: await catalogue('client'),
    projects: await catalogue('project'),
    tasks: await catalogue('task'),
    tags: await catalogue('tag'),
    entries: pages.flatMap((page) => page.entries),
  };
  return `${JSON.stringify(contents, null, 2)}\n`;
}
