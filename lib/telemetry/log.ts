import { NO_FINGERPRINT } from './fingerprint.ts';
import { retention } from './policy.ts';
import type { TelemetryTransaction } from './ports.ts';
import type { LogRow, QueueRow } from './rows.ts';

/** More rows than this are not kept, however young: the page that shows them stays quick. */
export const MOST_LOG_ROWS = 150_000;

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** The civil day of an instant where the person is: `2026-11-24`. */
export function dayOf(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** The first day that is kept at this instant. */
export function firstDayKept(now: number): string {
  const date = new Date(now);
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() - retention.logDays + 1).getTime());
}

type Reached = Pick<LogRow, 'state'> & Partial<Pick<LogRow, 'why' | 'answer' | 'retryAt'>>;

/**
 * The log's row of something that was queued. The fingerprint stays only where the row was sent or may have arrived;
 * elsewhere zeros take its place.
 */
export function logRowOf(row: QueueRow, reached: Reached, now: number): LogRow {
  const { id, at, event, sink, bytes, attempts, fingerprint } = row;
  const mayHaveArrived = attempts > 0;
  const kept = mayHaveArrived || reached.state === 'waiting';
  return {
    id,
    at,
    day: dayOf(at),
    event,
    sink,
    state: reached.state,
    why: reached.why ?? null,
    field: null,
    body: kept ? row.body : row.body.replaceAll(fingerprint, NO_FINGERPRINT),
    bytes,
    attempts,
    changed: now,
    answer: reached.answer ?? null,
    retryAt: reached.retryAt ?? null,
    ...(mayHaveArrived ? { fingerprint } : {}),
  };
}

/** Writes what became of queued rows, if the person keeps a log. */
export async function logQueued(
  tx: TelemetryTransaction,
  rows: readonly QueueRow[],
  reached: Reached,
  now: number,
): Promise<void> {
  if (!(await tx.keepsLog())) return;
  for (const row of rows) await tx.putLog(logRowOf(row, reached, now));
}

/** One line of app.jsonl. The body is kept as the string it is, so that its bytes survive. */
export const logLine = (row: LogRow): string =>
  `${JSON.stringify({
    time: new Date(row.at).toISOString(),
    event: row.event,
    to: row.sink,
    state: row.state,
    why: row.why,
    field: row.field,
    changed: new Date(row.changed).toISOString(),
    attempts: row.attempts,
    answer: row.answer,
    bytes: row.bytes,
    body: row.body,
  })}\n`;
