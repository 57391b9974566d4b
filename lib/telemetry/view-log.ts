import Dexie, { type Collection } from 'dexie';
import type { TelemetryStore } from './database.ts';
import { logLine } from './log.ts';
import type { LogRow, RecordedName, State } from './rows.ts';

/** Which rows to show; a part that is absent lets all through. */
export interface LogFilter {
  readonly event?: RecordedName;
  readonly state?: State;
  /** Civil day, `2026-11-24`. */
  readonly day?: string;
}

export interface LogPage {
  readonly rows: readonly LogRow[];
  /** Where the next page begins; null at the end. */
  readonly next: number | null;
}

const DOWNLOAD_SLICE = 500;

/** Rows below an id, newest first, along the index that leaves the fewest to look through. */
function matching({ log }: TelemetryStore, filter: LogFilter, below: number): Collection<LogRow, number> {
  const { event, state, day } = filter;
  const along = (index: string, values: readonly unknown[]): Collection<LogRow, number> =>
    log
      .where(index)
      .between([...values, Dexie.minKey], [...values, below], true, false)
      .reverse();
  if (day !== undefined) {
    return along('[day+id]', [day]).filter(
      (row) => (event === undefined || row.event === event) && (state === undefined || row.state === state),
    );
  }
  if (event !== undefined && state !== undefined) return along('[event+state+id]', [event, state]);
  if (event !== undefined) return along('[event+id]', [event]);
  if (state !== undefined) return along('[state+id]', [state]);
  return log.where('id').below(below).reverse();
}

/** @param below the `next` of the page before; absent for the newest rows */
export async function logPage(
  store: TelemetryStore,
  filter: LogFilter,
  below: number | null = null,
  limit = 50,
): Promise<LogPage> {
  const found = await matching(store, filter, below ?? Number.MAX_SAFE_INTEGER)
    .limit(limit + 1)
    .toArray();
  const rows = found.slice(0, limit);
  return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

/** Every fingerprint in the log. From one to the next by the index: there are few, in any number of rows. */
export async function fingerprintsIn({ log }: TelemetryStore): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const [next] = await log
      .where('fingerprint')
      .above(found.at(-1) ?? '')
      .limit(1)
      .keys();
    if (next === undefined) return found;
    found.push(String(next));
  }
}

/** The log as app.jsonl, oldest first, in pieces: the answers first, then one line a row. */
export async function* logLines(store: TelemetryStore): AsyncGenerator<string> {
  for (const receipt of await store.receipts.orderBy('number').toArray()) {
    yield `${JSON.stringify({ time: new Date(receipt.since).toISOString(), consent: receipt })}\n`;
  }
  let last = -1;
  for (;;) {
    const rows = await store.log.where('id').above(last).limit(DOWNLOAD_SLICE).toArray();
    const end = rows.at(-1);
    if (!end) return;
    yield rows.map(logLine).join('');
    last = end.id;
  }
}
