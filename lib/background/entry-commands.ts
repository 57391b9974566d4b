import type { TimeEntry } from '../domain/entry.ts';
import { isRefused, refuse } from '../domain/refusal.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Handler } from './context.ts';
import { patchedWork, trimmed } from './tracked.ts';

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
