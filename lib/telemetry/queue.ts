import { logQueued } from './log.ts';
import type { TelemetryTransaction } from './ports.ts';
import { overflow } from './queue-bounds.ts';
import type { QueueRow, Why } from './rows.ts';

/** Takes rows out of the queue and says why in the log. */
export async function dropQueued(
  tx: TelemetryTransaction,
  ids: readonly number[],
  why: Why,
  now: number,
): Promise<void> {
  if (ids.length === 0) return;
  const rows = await tx.queued(ids);
  await tx.removeQueued(ids);
  await logQueued(tx, rows, { state: 'dropped', why }, now);
}

/** Empties the queue of everything recorded under an epoch below `epoch`; of everything, where none is given. */
export async function emptyQueue(
  tx: TelemetryTransaction,
  why: Why,
  now: number,
  epoch = Number.POSITIVE_INFINITY,
): Promise<void> {
  const old = (await tx.queueSizes()).filter((row) => row.epoch < epoch);
  await dropQueued(
    tx,
    old.map(({ id }) => id),
    why,
    now,
  );
}

/** Drops what is too old or too much. */
export async function boundQueue(tx: TelemetryTransaction, now: number): Promise<void> {
  const out = overflow(await tx.queueSizes(), now);
  for (const why of ['tooOld', 'tooMany'] as const) {
    const ids = out.filter((row) => row.why === why).map(({ id }) => id);
    await dropQueued(tx, ids, why, now);
  }
}

/** Moves what waits under one receipt to the next one: agreeing to a new policy keeps what was agreed before. */
export async function moveQueue(tx: TelemetryTransaction, from: number, to: number, epoch: number): Promise<void> {
  const ids = (await tx.queueSizes()).filter((row) => row.number === from && row.epoch === epoch).map(({ id }) => id);
  const rows = await tx.queued(ids);
  await tx.putQueued(rows.map((row): QueueRow => ({ ...row, number: to })));
}
