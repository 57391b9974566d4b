import { localCopy } from '../storage/copy/copy.ts';
import type { JournalQueries } from '../storage/queries.ts';

export interface CopyState {
  /** Of the second copy. */
  readonly state: 'whole' | 'following' | 'missing';
  /** Items it has, of how many. */
  readonly has: number;
  readonly of: number;
}

/** Whether the second copy has all that the database has. */
export async function copyState(queries: JournalQueries): Promise<CopyState> {
  const header = await queries.read((reader) => reader.begin());
  const copy = await localCopy.header();
  const of = header?.count ?? 0;
  if (!copy) return { state: 'missing', has: 0, of };
  if (copy.behind === null) return { state: 'whole', has: of, of };
  const keys = await queries.read((reader) => reader.keysNewerThan(copy.behind ?? 0));
  // It is given the newest day first, so what it lacks are the oldest ones: found by halving.
  const oldestFirst = keys.sort();
  let [from, to] = [0, oldestFirst.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const key = oldestFirst[middle] ?? '';
    const n = (await queries.read((reader) => reader.item(key)))?.n;
    const [there] = await localCopy.read([key]);
    if (there?.n === n) to = middle;
    else from = middle + 1;
  }
  return { state: 'following', has: of - from, of };
}
