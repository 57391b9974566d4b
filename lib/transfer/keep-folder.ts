import type { JournalQueries } from '../storage/queries.ts';

/** Milliseconds: not while the page is put together, then for as long as it stays open. */
const SOON = 3000;
const AGAIN = 3_600_000;

/** While a page is open, the folder that a person picked gets its daily backup: a worker may not write there. */
export function keepFolder(queriesOf: () => JournalQueries): void {
  if (!('showDirectoryPicker' in globalThis)) return;
  const keep = async (): Promise<void> => (await import('./folder.ts')).keepInFolder(queriesOf);
  setTimeout(() => void keep(), SOON);
  setInterval(() => void keep(), AGAIN);
}
