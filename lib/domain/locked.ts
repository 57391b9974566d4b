import type { Id, TimeEntry } from './entry.ts';

/** What an invoice says of an entry and when it was changed are not what it was written for. */
const ofTheInvoice: readonly (keyof TimeEntry)[] = ['invoice', 'changed'];
/** Names of things that are gone from the catalogue: they go everywhere. */
const named: readonly (keyof TimeEntry)[] = ['projectId', 'taskId', 'tagIds'];

const namesAny = (entry: TimeEntry, gone: ReadonlySet<Id>): boolean =>
  [entry.projectId, entry.taskId, ...entry.tagIds].some((id) => id !== null && gone.has(id));

const isLocked = ({ invoice }: TimeEntry): boolean => invoice?.locked === true;

/**
 * Whether a change may not happen to an entry because an invoice was written for it.
 * @param gone things that are taken out of the catalogue by the same command
 */
export function breaksLock(before: TimeEntry | null, after: TimeEntry | null, gone: ReadonlySet<Id>): boolean {
  if (!before || !isLocked(before)) return false;
  if (!after) return true;
  const free = namesAny(before, gone) ? [...ofTheInvoice, ...named] : ofTheInvoice;
  const kept = (entry: TimeEntry): string =>
    JSON.stringify(Object.entries(entry).filter(([field]) => !free.includes(field as keyof TimeEntry)));
  return kept(before) !== kept(after);
}
