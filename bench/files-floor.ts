import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Surface } from '../tests/e2e/drivers/surface.ts';
import type { Reading } from './files.ts';

type Timed = (surface: Surface, step: () => Promise<unknown>, end: () => Promise<unknown>) => Promise<Reading>;

const papaSource = readFileSync(createRequire(import.meta.url).resolve('papaparse/papaparse.min.js'), 'utf8');

/** Runs in the page: every page of the floor's database, a cell for every field, in a file. */
async function readAndFormat(): Promise<number> {
  const opening = indexedDB.open('floor', 1);
  const db = await new Promise<IDBDatabase>((resolve) => {
    opening.onsuccess = () => resolve(opening.result);
  });
  const parts: string[] = [];
  for (let from = 0; ; from += 60) {
    const range = IDBKeyRange.bound(from, from + 59);
    const request = db.transaction('pages').objectStore('pages').getAll(range);
    const pages = await new Promise<{ list: Record<string, unknown>[] }[]>((resolve) => {
      request.onsuccess = () => resolve(request.result);
    });
    if (pages.length === 0) break;
    parts.push(pages.flatMap(({ list }) => list.map((entry) => `${Object.values(entry).join(',')}\r\n`)).join(''));
  }
  db.close();
  indexedDB.deleteDatabase('floor');
  return new Blob(parts).size;
}

/** Parsing alone, day pages written raw with strict durability, the same read and written as lines: what cannot be less. */
export async function measureFloor(surface: Surface, entries: number, timed: Timed): Promise<Record<string, Reading>> {
  const parse = await timed(
    surface,
    () =>
      surface.evaluate(async (source: string) => {
        // biome-ignore lint/security/noGlobalEval: by the debugger, past the page's own policy, which allows no such thing
        if (!('Papa' in globalThis)) (0, eval)(source);
        const { Papa, benchFile } = globalThis as unknown as {
          Papa: { parse(text: string): { data: unknown[] } };
          benchFile: File;
        };
        return Papa.parse(await benchFile.text()).data.length;
      }, papaSource),
    async () => undefined,
  );
  const write = await timed(
    surface,
    () =>
      surface.evaluate(async (count: number) => {
        const days = Math.max(1, Math.min(3650, Math.ceil(count / 5)));
        const opening = indexedDB.open('floor', 1);
        opening.onupgradeneeded = () => opening.result.createObjectStore('pages', { keyPath: 'day' });
        const db = await new Promise<IDBDatabase>((resolve) => {
          opening.onsuccess = () => resolve(opening.result);
        });
        const transaction = db.transaction('pages', 'readwrite', { durability: 'strict' });
        const made = {
          description: 'Review item with the team',
          tagIds: ['a', 'b'],
          billable: true,
          zone: 'Europe/Berlin',
        };
        for (let day = 0; day < days; day += 1) {
          const list = Array.from({ length: Math.ceil(count / days) }, (_, i) => ({
            ...made,
            ...{
              id: crypto.randomUUID(),
              number: i,
              projectId: crypto.randomUUID(),
              taskId: null,
              start: i,
              end: i + 1,
            },
            ...{ origin: 'import', rate: { amount: 8000, currency: 'EUR' }, created: i, changed: i, importId: 'x' },
          }));
          transaction.objectStore('pages').put({ day, list });
        }
        await new Promise<void>((resolve) => {
          transaction.oncomplete = () => resolve();
        });
        db.close();
      }, entries),
    async () => undefined,
  );
  const format = await timed(
    surface,
    () => surface.evaluate(readAndFormat),
    async () => undefined,
  );
  return {
    'floor: parse the CSV': parse,
    'floor: write the pages raw': write,
    'floor: read the pages and write them as lines': format,
  };
}
