import type { Header } from '../lib/storage/items.ts';
import type { Page } from './page.ts';
import type { PageScope } from './page-scope.ts';
import { type Batch, storedEntries } from './stored.ts';

const DATABASE = 'timetracker';
/** The journal's Web Lock: held while the copies are written past the journal. */
const LOCK = 'journal';
const UNDO_ROWS = 100;
const WITHIN = 120_000;

/** Writes both copies of somebody who tracked so many entries. The page must be one of the extension's own. */
export async function seed(page: Page, entries: number, now: number): Promise<void> {
  await page.run(takeOver, [DATABASE, LOCK], WITHIN);
  const batches = storedEntries(entries, now);
  let next = batches.next();
  while (!next.done) {
    await page.run(writeBatch, [next.value, DATABASE], WITHIN);
    next = batches.next();
  }
  await page.run(writeHeader, [next.value, DATABASE, UNDO_ROWS], WITHIN);
}

/** Waits until the extension has made its database, then locks it and empties both copies. The lock ends with the page. */
async function takeOver(database: string, lock: string): Promise<void> {
  const { chrome } = globalThis as unknown as PageScope;
  await chrome.runtime.sendMessage({ type: 'hello' });
  await new Promise<void>((locked) => {
    void navigator.locks.request(lock, () => {
      locked();
      return new Promise(() => undefined);
    });
  });
  await chrome.storage.local.clear();
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const stores = ['items', 'totals', 'undo', 'meta'];
  const missing = stores.filter((name) => !db.objectStoreNames.contains(name));
  if (missing.length > 0) throw new Error(`the database has no ${missing.join(', ')}: has its layout changed?`);
  const transaction = db.transaction(stores, 'readwrite');
  for (const name of stores) transaction.objectStore(name).clear();
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  db.close();
}

async function writeBatch({ items, totals }: Batch, database: string): Promise<void> {
  const { chrome } = globalThis as unknown as PageScope;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = db.transaction(['items', 'totals'], 'readwrite');
  for (const item of items) transaction.objectStore('items').put(item);
  for (const total of totals) transaction.objectStore('totals').put(total);
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  db.close();
  const strings = items.map(({ key, n, schema, value }) => [`item:${key}`, JSON.stringify({ n, schema, value })]);
  await chrome.storage.local.set(Object.fromEntries(strings) as Record<string, string>);
}

/** The headers, and as many undo rows as a journal in daily use keeps. */
async function writeHeader(header: Header, database: string, undoRows: number): Promise<void> {
  const { chrome } = globalThis as unknown as PageScope;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(database);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = db.transaction(['meta', 'undo'], 'readwrite', { durability: 'strict' });
  transaction.objectStore('meta').put({ name: 'header', header });
  const first = Math.max(1, header.n - undoRows + 1);
  for (let step = first; step <= header.n; step += 1) transaction.objectStore('undo').put({ step, changes: [] });
  await new Promise<void>((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
  db.close();
  await chrome.storage.local.set({ header });
}

/** What is measured must be the data that were written. @throws when the extension mended them at its start */
export async function assertTakenAsIs(page: Page): Promise<void> {
  const notice = await page.run(async () => {
    const { chrome } = globalThis as unknown as PageScope;
    return (await chrome.storage.local.get('notice')).notice ?? null;
  }, []);
  if (notice !== null) throw new Error(`the copies were not taken as they are: ${JSON.stringify(notice)}`);
}

/** The rows a floor popup shows: as many as fit. */
export async function seedFloor(page: Page): Promise<void> {
  await page.run(async () => {
    const { chrome } = globalThis as unknown as PageScope;
    const rows = Array.from({ length: 30 }, (_, i) => ({ description: `Review audit log ${i}`, time: `0:${10 + i}` }));
    await chrome.storage.local.set({ snapshot: JSON.stringify(rows) });
  }, []);
}
