import { EVERY_DAY } from '../domain/days.ts';
import type { Page } from '../domain/entry.ts';
import { applyToTotals, RunningTotals } from '../domain/totals.ts';
import type { DatabaseTransaction } from './ports.ts';
import { JournalReader } from './reader.ts';

/** Writes all totals anew while pages come in order of their days; none of either is held for longer. */
export class TotalsWriter {
  readonly #tx: DatabaseTransaction;
  readonly #totals = new RunningTotals();

  constructor(tx: DatabaseTransaction) {
    this.#tx = tx;
    tx.clearTotals();
  }

  add(pages: readonly Page[]): void {
    for (const { entries } of pages) for (const entry of entries) this.#totals.add(entry);
    const last = pages.at(-1);
    if (last) this.#tx.putTotals(this.#totals.takeThrough(last.day));
  }

  async end(): Promise<void> {
    this.#tx.putTotals(this.#totals.takeThrough(EVERY_DAY.last));
    for (const [day, rows] of this.#totals.late) {
      this.#tx.putTotals([applyToTotals(await this.#tx.total(day), day, rows, [])]);
    }
  }
}

/** Makes the totals anew from the pages that stand in the database. */
export async function reckonTotals(tx: DatabaseTransaction): Promise<void> {
  const totals = new TotalsWriter(tx);
  for await (const { pages } of new JournalReader(tx).allPages()) totals.add(pages);
  await totals.end();
}
