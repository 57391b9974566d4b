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
  const many = changes.reduce((sum, change) => sum + pagesOf(change), 0);
  return many > SLICE && editsByDay(changes).size > SLICE;
}

function pagesOf(change: Change): number {
  if (change.kind === 'entries') return change.at.length;
  return change.kind === 'import' ? (change.before?.length ?? 0) + (change.after?.size ?? 0) : 1;
}

/**
 * Rewrites what the changes touch inside the transaction, a slice of pages at a time.
 * @param onSlice told how much is done; what it throws ends it, and the transaction with it
 * @returns the header after it
 */
export async function rewriteMany(
  tx: DatabaseTransaction,
  reader: JournalReader,
  header: Header,
  changes: readonly Change[],
  onSlice?: (share: number) => void,
): Promise<Header> {
  const n = header.n + 1;
  const values = await besidePages(reader, changes);
  const items = itemsOf(values, n);
  let next = nextHeader(header, await standing(reader, values), items, n);
  tx.put(items);
  const pages = [...editsByDay(changes)];
  const present = (from: number) => tx.getMany(pages.slice(from, from + SLICE).map(([day]) => pageKey(day)));
  let coming = present(0);
  for (let i = 0; i < pages.length; i += SLICE) {
    onSlice?.(i / pages.length);
    const slice = pages.slice(i, i + SLICE);
    const found = await coming;
    coming = present(i + SLICE); // on its way while this slice is worked on
    const before = found.flatMap((item) => (item ? migrateItem(item) : []));
    const then = new Map(before.map(({ key, value }) => [key, (value ?? []) as readonly TimeEntry[]]));
    const now = slice.map(([day, edits]) => [pageKey(day), edited(then.get(pageKey(day)) ?? [], edits)] as const);
    const after = itemsOf(new Map(now), n);
    next = nextHeader(next, before, after, n);
    tx.put(after);
    await retotal(tx, { before, after });
  }
  return next;
}
