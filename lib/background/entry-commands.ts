import { cutAt } from '../domain/cut.ts';
import type { EntryAddress, TimeEntry } from '../domain/entry.ts';
import { mergeEntries } from '../domain/merge.ts';
import { isRefused, type Refused, refuse } from '../domain/refusal.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Handler } from './context.ts';
import { entryIdentity, patchedWork, startedNow, trimmed, workAgain } from './tracked.ts';
import { resolveWork } from './work-input.ts';
import { isZone } from './zone.ts';

interface Made {
  readonly entry: TimeEntry;
}

export const addEntry: Handler<CommandOf<'entry.add'>, Made> = async (reader, command, context) => {
  const { start, end, zone } = command;
  if (end < start) return refuse('endsBeforeStart');
  if (zone !== undefined && !isZone(zone)) return refuse('unknownZone');
  const resolved = await resolveWork(reader, command.work, context);
  if (isRefused(resolved)) return resolved;
  const trims = await trimmed(reader, command.trim, { start, end }, context);
  if (isRefused(trims)) return trims;
  const fresh = await startedNow(reader, resolved, context);
  const entry: TimeEntry = { ...fresh, zone: zone ?? fresh.zone, start, end, origin: 'manual' };
  return { changes: [...resolved.changes, ...trims, { kind: 'entry', before: null, after: entry }], result: { entry } };
};

export const updateEntry: Handler<CommandOf<'entry.update'>> = async (reader, command, context) => {
  const entry = await reader.entry(command.entry);
  if (!entry) return refuse('entryGone');
  const start = command.start ?? entry.start;
  const end = command.end ?? entry.end;
  if (end < start) return refuse('endsBeforeStart');
  const resolved = await patchedWork(reader, entry, command.work, context);
  if (isRefused(resolved)) return resolved;
  const trims = await trimmed(reader, command.trim, { start, end }, context);
  if (isRefused(trims)) return trims;
  const after: TimeEntry = { ...entry, ...resolved.work, rate: resolved.rate, start, end, changed: context.now };
  return { changes: [...resolved.changes, ...trims, { kind: 'entry', before: entry, after }], result: {} };
};

export const deleteEntry: Handler<CommandOf<'entry.delete'>> = async (reader, { entry }) => {
  const before = await reader.entry(entry);
  if (!before) return refuse('entryGone');
  return { changes: [{ kind: 'entry', before, after: null }], result: {} };
};

/** The same work for as long, at today's rate; where the entry is, or where it is wanted. */
export const duplicateEntry: Handler<CommandOf<'entry.duplicate'>, Made> = async (reader, command, context) => {
  const found = await reader.entry(command.entry);
  if (!found) return refuse('entryGone');
  const start = command.start ?? found.start;
  const fresh = await startedNow(reader, await workAgain(reader, found), context);
  const end = start + found.end - found.start;
  const entry: TimeEntry = { ...fresh, zone: found.zone, start, end, origin: 'manual' };
  return { changes: [{ kind: 'entry', before: null, after: entry }], result: { entry } };
};

export const splitEntry: Handler<CommandOf<'entry.split'>> = async (reader, { entry, at }, context) => {
  const found = await reader.entry(entry);
  if (!found) return refuse('entryGone');
  const pieces = cutAt(found, at, await entryIdentity(reader, context));
  if (!pieces) return refuse('cannotSplit');
  const [first, second] = pieces.map((piece) => ({ ...piece, changed: context.now }));
  const changes: Change[] = [
    { kind: 'entry', before: found, after: first ?? null },
    { kind: 'entry', before: null, after: second ?? null },
  ];
  return { changes, result: {} };
};

/** Entries by their addresses, each once; refused as a whole when one is gone. */
export async function entriesAt(
  reader: JournalReader,
  addresses: readonly EntryAddress[],
): Promise<TimeEntry[] | Refused> {
  const found = new Map<string, TimeEntry>();
  for (const address of addresses) {
    const entry = await reader.entry(address);
    if (!entry) return refuse('entryGone');
    found.set(entry.id, entry);
  }
  return [...found.values()];
}

export const mergeNeighbours: Handler<CommandOf<'entry.merge'>, Made> = async (reader, command, context) => {
  const entries = await entriesAt(reader, command.entries);
  if (isRefused(entries)) return entries;
  const starts = entries.map(({ start }) => start);
  const around = await reader.entriesAround(Math.min(...starts), Math.max(...starts));
  const ids = new Set(entries.map(({ id }) => id));
  const merged = mergeEntries(
    entries,
    around.filter(({ id }) => !ids.has(id)),
  );
  if (isRefused(merged)) return merged;
  const entry: TimeEntry = { ...merged, changed: context.now };
  const changes = entries.map(
    (before): Change => ({ kind: 'entry', before, after: before.id === entry.id ? entry : null }),
  );
  return { changes, result: { entry } };
};
