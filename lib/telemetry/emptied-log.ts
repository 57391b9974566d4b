import type { TelemetryTransaction } from './ports.ts';
import type { LogRow } from './rows.ts';

/** How long emptying the log can be taken back. Milliseconds. */
export const TAKEN_BACK_WITHIN = 60_000;

/**
 * What the log held when it was emptied. It is in memory only, for a minute, and goes with the worker when that sleeps:
 * on the disk the log is empty at once.
 */
export class EmptiedLog {
  #rows: readonly LogRow[] = [];
  #at = 0;

  async empty(tx: TelemetryTransaction, now: number): Promise<void> {
    this.#rows = await tx.takeLog();
    this.#at = now;
    setTimeout(() => this.forget(), TAKEN_BACK_WITHIN);
  }

  /** @returns whether there was something to put back */
  async putBack(tx: TelemetryTransaction, now: number): Promise<boolean> {
    if (this.#rows.length === 0 || Math.abs(now - this.#at) > TAKEN_BACK_WITHIN) return false;
    await tx.addLog(this.#rows);
    return true;
  }

  /** After an answer about telemetry nothing older than it may come back. */
  forget(): void {
    this.#rows = [];
  }
}
