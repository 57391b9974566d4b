import type { TimeEntry } from '../domain/entry.ts';
import type { Change } from './changes.ts';
import { nextHeader } from './header.ts';
import { type Header, pageKey } from './items.ts';
import { migrateItem } from './migrations.ts';
import { edited, editsByDay } from './page-edits.ts';
import { type DatabaseTransaction, SLICE } from './ports.ts';
import type { JournalReader } from './reader.ts';
import { besidePages, itemsOf, retotal, standing } from './rewrite.ts';

/** Whether the changes touch more pages than the second copy is given while a person waits. */
export function isBulk(changes: readonly Change[]): boolean {
  const many = changes.reduce((sum, change) => sum + (change.kind === 'entries' ? change.at.length : 1), 0);
  return many > SLICE && editsByDay(changes).size > SLICE;
}

/**
 * Rewrites what the changes touch inside the transaction, a slice of pages at a time.
 * @returns the header after it
 */
export async function rewriteMany(
  tx: DatabaseTransaction,
  reader: JournalReader,
  header: Header,
  changes: readonly Change[],
): Promise<Header> {
  const n = header.n + 1;
  const values = await besidePages(reader, changes);
  const items = itemsOf(values, n);
  let next = nextHeader(header, await standing(reader, values), items, n);
  await tx.put(items);
  const pages = [...editsByDay(changes)];
  for (let i = 0; i < pages.length; i += SLICE) {
    const slice = pages.slice(i, i + SLICE);
    const found = await tx.getMany(slice.map(([day]) => pageKey(day)));
    const before = found.flatMap((item) => (item ? migrateItem(item) : []));
    const then = new Map(before.map(({ key, value }) => [key, (value ?? []) as readonly TimeEntry[]]));
    const now = slice.map(([day, edits]) => [pageKey(day), edited(then.get(pageKey(day)) ?? [], edits)] as const);
    const after = itemsOf(new Map(now), n);
    next = nextHeader(next, before, after, n);
    await Promise.all([tx.put(after), retotal(tx, { before, after })]);
  }
  return next;
}
