import { currentDay } from '../../lib/platform/clock.ts';
import { watchCopy } from '../../lib/storage/copy/watch.ts';
import type { Queries } from '../../lib/storage/queries.ts';

const full = () => import('../../lib/storage/copy/full-queries.ts');

/** Reading for the popup. The first picture comes from the snapshot; what is behind this is read from disk after it. */
export const queries: Queries = {
  recently: async () => (await full()).readRecently(currentDay()),
  catalogue: async (kind) => (await full()).readCatalogue(kind),
  watch: watchCopy,
};
