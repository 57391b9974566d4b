import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type DayTotal, totalsOf } from '../../../lib/domain/totals.ts';
import { DATABASE_NAME, openDatabase } from '../../../lib/storage/database.ts';
import { exportJson } from '../../../lib/storage/export.ts';
import type { Header, Item } from '../../../lib/storage/items.ts';
import { Journal } from '../../../lib/storage/journal.ts';
import { makeDatabase } from '../../../lib/storage/make-database.ts';
import { entriesIn } from '../../../lib/storage/mend.ts';
import { SCHEMA } from '../../../lib/storage/migrations.ts';
import type { UndoRow } from '../../../lib/storage/ports.ts';
import { emptyDisk, Fate, memoryCopy, memoryLock } from './memory.ts';

/** A database as a released version left it. Frozen: a fixture is added with a version, never changed. */
interface Frozen {
  readonly databaseVersion: number;
  readonly header: Header;
  readonly items: readonly Item[];
  readonly totals: readonly DayTotal[];
  readonly undo: readonly UndoRow[];
  readonly exported: string;
}

const frozen = (version: number): Frozen =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../fixtures/database-v${version}.json`), 'utf8'));

/** Lays a version down with the browser's own calls, as that version's library did. */
function layDown({ databaseVersion, header, items, totals, undo }: Frozen): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(DATABASE_NAME, databaseVersion);
    opening.onerror = () => reject(opening.error);
    opening.onupgradeneeded = () => {
      const stores = {
        items: opening.result.createObjectStore('items', { keyPath: 'key' }),
        totals: opening.result.createObjectStore('totals', { keyPath: 'day' }),
        undo: opening.result.createObjectStore('undo', { keyPath: 'step' }),
        meta: opening.result.createObjectStore('meta', { keyPath: 'name' }),
      };
      stores.items.createIndex('n', 'n');
      for (const item of items) stores.items.add(item);
      for (const total of totals) stores.totals.add(total);
      for (const row of undo) stores.undo.add(row);
      stores.meta.add({ name: 'header', header });
    };
    opening.onsuccess = () => {
      opening.result.close();
      resolve();
    };
  });
}

/** A worker of today on a database as that version left it; the second copy is lost. */
async function openedToday(version: number): Promise<{ journal: Journal; fixture: Frozen }> {
  const fixture = frozen(version);
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = resolve;
  });
  await layDown(fixture);
  const notices: string[] = [];
  const journal = new Journal({
    database: openDatabase(makeDatabase),
    copy: memoryCopy(emptyDisk(), new Fate(), () => false),
    lock: memoryLock(),
    onNotice: ({ code }) => notices.push(code),
  });
  await journal.ready(true);
  expect(notices).toEqual(['noticeCopyRebuilt']);
  return { journal, fixture };
}

test('a database of version 1 opens with nothing lost, and its last step can be undone', async () => {
  const { journal, fixture } = await openedToday(1);
  // Newer versions only add: what version 1 held stands there as it was.
  expect(JSON.parse(await journal.read(exportJson))).toMatchObject({ ...JSON.parse(fixture.exported), schema: SCHEMA });
  const steps = fixture.undo.map(({ step }) => step);
  expect(await journal.undo(Math.max(...steps))).toMatchObject({ result: { act: null } });
  expect(JSON.parse(await journal.read(exportJson)).running).toBeNull();
});

test('a database of version 2 opens to the same bytes, and its last steps can be undone and done again', async () => {
  const { journal, fixture } = await openedToday(2);
  expect(await journal.read(exportJson)).toBe(fixture.exported);
  const steps = ['timer.resume', 'timer.pause', 'timer.start'];
  for (const act of steps) expect(await journal.undo()).toMatchObject({ result: { act } });
  expect(JSON.parse(await journal.read(exportJson))).toMatchObject({ running: null, paused: null });
  for (const act of steps.toReversed()) expect(await journal.redo()).toMatchObject({ result: { act } });
  expect(await journal.read(exportJson)).toBe(fixture.exported);
});

test.each([1, 2])('the totals frozen with version %i are those its entries add up to', (version) => {
  const { items, totals } = frozen(version);
  const withTime = totals.filter(({ rows }) => rows.length > 0).toSorted((a, b) => (a.day < b.day ? -1 : 1));
  expect(withTime).toEqual(totalsOf(entriesIn(items)));
});
