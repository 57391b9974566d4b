import type { RunningEntry } from '../domain/entry.ts';
import { readValues } from '../storage/copy/values.ts';

/** What runs, for what the worker does by itself: read from the second copy, without the database. */
export const readRunning = async (): Promise<RunningEntry | null> =>
  ((await readValues(['running'])).get('running') ?? null) as RunningEntry | null;
