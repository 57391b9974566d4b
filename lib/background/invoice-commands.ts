import type { Day, EntryAddress, Id, Invoice, TimeEntry } from '../domain/entry.ts';
import { isRefused, type Refused } from '../domain/refusal.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { EntriesChange } from '../storage/changes.ts';
import type { Decision } from '../storage/journal.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Handler } from './context.ts';
import { entriesAt } from './entry-commands.ts';

type Done = Decision<Record<never, never>>;

/** Entries whose invoice was the same get the same: what is on no invoice has undefined. */
async function withInvoice(
  reader: JournalReader,
  addresses: readonly EntryAddress[],
  invoiceOf: (entry: TimeEntry) => Invoice | undefined,
): Promise<Done | Refused> {
  const found = await entriesAt(reader, addresses);
  if (isRefused(found)) return found;
  const days = new Map(addresses.map(({ day, id }) => [id, day]));
  const alike = Map.groupBy(found, ({ invoice }) => JSON.stringify(invoice ?? null));
  const changes = [...alike.values()].flatMap((entries): EntriesChange[] => {
    const [first] = entries;
    if (!first) return [];
    const after = invoiceOf(first);
    if (JSON.stringify(first.invoice) === JSON.stringify(after)) return [];
    const at = byDay(entries, days);
    return [{ kind: 'entries', before: { invoice: first.invoice }, after: { invoice: after }, at }];
  });
  return { changes, result: {} };
}

const byDay = (entries: readonly TimeEntry[], days: ReadonlyMap<Id, Day>): [Day, Id[]][] => {
  const ids = Map.groupBy(
    entries.map(({ id }) => id),
    (id) => days.get(id) ?? '',
  );
  return [...ids];
};

export const invoiceEntries: Handler<CommandOf<'entries.invoice'>> = (reader, { entries, number, day, paid }) =>
  withInvoice(reader, entries, () => ({ number, day, paid, locked: true }));

export const markPaid: Handler<CommandOf<'entries.paid'>> = (reader, { entries }) =>
  withInvoice(reader, entries, ({ invoice }) => invoice && { ...invoice, paid: true });

export const unlockEntries: Handler<CommandOf<'entries.unlock'>> = (reader, { entries, takeOff }) =>
  withInvoice(reader, entries, ({ invoice }) => (takeOff ? undefined : invoice && { ...invoice, locked: false }));
