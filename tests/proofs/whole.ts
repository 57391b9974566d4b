import type { Surface } from '../e2e/drivers/surface.ts';
import { type Exported, exported, storedLocally } from './extension-page.ts';

interface Header {
  readonly n: number;
  readonly count: number;
  readonly sum: number;
  readonly behind: number | null;
}

interface DatabaseTally {
  readonly header: Header | null;
  readonly count: number;
  readonly sum: number;
}

/** What the database says of itself and what is counted in it, read by the page past all our code. */
export function databaseTally(surface: Surface): Promise<DatabaseTally> {
  return surface.evaluate(
    () =>
      new Promise<DatabaseTally>((resolve, reject) => {
        const opening = indexedDB.open('timetracker');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const stores = opening.result.transaction(['items', 'meta']);
          const all = stores.objectStore('items').getAll();
          const meta = stores.objectStore('meta').get('header');
          stores.oncomplete = () => {
            opening.result.close();
            const numbers = (all.result as { n: number }[]).map((item) => item.n);
            const sum = numbers.reduce((total, n) => total + n, 0);
            resolve({ header: meta.result?.header ?? null, count: numbers.length, sum });
          };
        };
      }),
  );
}

/** Entries that overlap, end before they start, or share an id or number: what must never be. */
export function faultsIn({ entries, running }: Exported): string[] {
  const faults: string[] = [];
  const ordered = entries.toSorted((a, b) => a.start - b.start || a.end - b.end);
  for (const [i, entry] of ordered.entries()) {
    const before = ordered[i - 1];
    if (entry.end < entry.start) faults.push(`${entry.description} ends before it starts`);
    if (before && entry.start < before.end) faults.push(`${entry.description} overlaps ${before.description}`);
  }
  const all = [...entries, ...(running ? [running] : [])];
  if (new Set(all.map(({ id }) => id)).size < all.length) faults.push('two entries share an id');
  if (new Set(all.map(({ number }) => number)).size < all.length) faults.push('two entries share a number');
  return faults;
}

/** Milliseconds that the second copy may take to follow. */
const FOLLOW_LIMIT = 5000;

async function waitUntilFollowed(surface: Surface): Promise<void> {
  for (const end = Date.now() + FOLLOW_LIMIT; Date.now() < end; ) {
    const header = (await storedLocally(surface, ['header']))['header'] as Header | undefined;
    if (header?.behind === null) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Both copies whole and level, and nothing impossible in them. */
export async function faultsAfter(surface: Surface): Promise<string[]> {
  const faults = faultsIn(await exported(surface));
  await waitUntilFollowed(surface);
  const database = await databaseTally(surface);
  const copy = (await storedLocally(surface, ['header']))['header'] as Header | undefined;
  const { header } = database;
  if (!header || !copy) return [...faults, 'a header is missing'];
  if (header.count !== database.count || header.sum !== database.sum) faults.push('the database fails its sum');
  if (header.n !== copy.n || header.sum !== copy.sum) faults.push(`the copies differ: ${header.n} and ${copy.n}`);
  if (copy.behind !== null) faults.push('the second copy is behind');
  return faults;
}
