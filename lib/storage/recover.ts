import { emptyHeader, matches, tallyOf } from './header.ts';
import type { Header } from './items.ts';
import {
  type Copies,
  create,
  merge,
  type Recovery,
  rebuildCopy,
  rebuildDatabase,
  say,
  sendToCopy,
  sendToDatabase,
} from './mend.ts';
import { NewerSchema, SCHEMA } from './migrations.ts';
import { type Found, type Plan, plan } from './plan.ts';
import { allItems, type CopyPort, type DatabaseTransaction } from './ports.ts';
import { reckonTotals } from './totals-writer.ts';

/**
 * Compares the two copies and mends the lesser one. Call under the journal's lock, before the first write.
 * @param verify also counts both copies through: at every browser start
 */
export async function recover(copies: Copies, verify: boolean): Promise<Recovery> {
  const copy = await lookAtCopy(copies.copy, verify);
  const database = await copies.database.transact((tx) => lookAtDatabase(tx, verify));
  for (const header of [database.header, copy.header]) {
    if (header && header.schema > SCHEMA) throw new NewerSchema();
  }
  const base = Math.max(database.header?.base ?? 0, copy.header?.base ?? 0);
  await dropErased(copies, database.header, copy.header, base);
  return carryOut(copies, plan(database, copy), database.header, copy.header);
}

async function lookAtDatabase(tx: DatabaseTransaction, verify: boolean): Promise<Found> {
  const header = await tx.header();
  return { header, sound: !verify || header === null || matches(header, await tx.tally()) };
}

async function lookAtCopy(copy: CopyPort, verify: boolean): Promise<Found> {
  const header = await copy.header();
  if (!header) return { header: (await copy.keys()).length > 0 ? emptyHeader(SCHEMA) : null, sound: false };
  if (!verify || header.behind !== null) return { header, sound: true };
  const numbers: number[] = [];
  for await (const items of allItems(copy)) numbers.push(...items.map((item) => item.n));
  return { header, sound: matches(header, tallyOf(numbers)) };
}

/** Rule 4: what was erased in one copy does not return from the other. */
async function dropErased({ database, copy }: Copies, ofDatabase: Header | null, ofCopy: Header | null, base: number) {
  if (ofDatabase && ofDatabase.base < base) {
    await database.transact(async (tx) => {
      await tx.dropBelow(base);
      tx.clearUndo();
      tx.putHeader({ ...ofDatabase, base, ...(await tx.tally()) });
      await reckonTotals(tx);
    });
  }
  if (ofCopy && ofCopy.base < base) {
    const erased: string[] = [];
    const kept: number[] = [];
    for await (const items of allItems(copy)) {
      for (const item of items) item.n < base ? erased.push(item.key) : kept.push(item.n);
    }
    await copy.remove(erased);
    await copy.write([], { ...ofCopy, base, ...tallyOf(kept) });
  }
}

async function carryOut(
  copies: Copies,
  next: Plan,
  ofDatabase: Header | null,
  ofCopy: Header | null,
): Promise<Recovery> {
  switch (next.step) {
    case 'nothing':
      return { notice: null, follow: false };
    case 'create':
      await create(copies);
      return { notice: null, follow: false };
    case 'toCopy':
      return sendToCopy(copies, next.after);
    case 'toDatabase':
      await sendToDatabase(copies, next.after);
      return { notice: say('noticeDatabaseCaughtUp'), follow: false };
    case 'rebuildDatabase':
      return rebuildDatabase(copies, next.certain, ofCopy);
    case 'merge':
      await merge(copies);
      return { notice: say('noticeCopiesMerged'), follow: true };
    case 'rebuildCopy':
      return rebuildCopy(copies, next.reason, ofDatabase, ofCopy);
  }
}
