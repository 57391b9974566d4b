import type { RunningEntry, TimeEntry } from '../domain/entry.ts';
import { isRefused, refuse } from '../domain/refusal.ts';
import { startsInFuture, stopTimer } from '../domain/timer.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { Context, Handler } from './context.ts';
import { patchedWork, startedNow, trimmed, workAgain } from './tracked.ts';
import { resolveWork } from './work-input.ts';

interface Stopped {
  readonly stopped: TimeEntry | null;
}

/** The running entry's end and the new one's start are the same instant: no gap, no overlap. */
function replaceRunning(running: RunningEntry | null, next: RunningEntry | null, context: Context) {
  const stopped = running ? stopTimer(running, context.now, context.lastAlive(running.id)) : null;
  const changes: Change[] = [{ kind: 'running', before: running, after: next }];
  if (stopped) changes.push({ kind: 'entry', before: null, after: stopped });
  return { stopped, changes };
}

export const startTimer: Handler<CommandOf<'timer.start'>, Stopped> = async (reader, { work }, context) => {
  const resolved = await resolveWork(reader, work, context);
  if (isRefused(resolved)) return resolved;
  const next = await startedNow(reader, resolved, context);
  const { stopped, changes } = replaceRunning(await reader.running(), next, context);
  return { changes: [...resolved.changes, ...changes], result: { stopped } };
};

export const stop: Handler<CommandOf<'timer.stop'>, { stopped: TimeEntry }> = async (reader, { end }, context) => {
  const running = await reader.running();
  if (!running) return refuse('nothingRunning');
  if (end !== undefined && end < running.start) return refuse('endsBeforeStart');
  if (end !== undefined && end > context.now) return refuse('endsInFuture');
  const stopped = {
    ...stopTimer(running, context.now, context.lastAlive(running.id)),
    ...(end === undefined ? {} : { end }),
  };
  const changes: Change[] = [
    { kind: 'running', before: running, after: null },
    { kind: 'entry', before: null, after: stopped },
  ];
  return { changes, result: { stopped } };
};

export const discard: Handler<CommandOf<'timer.discard'>> = async (reader) => {
  const running = await reader.running();
  if (!running) return refuse('nothingRunning');
  return { changes: [{ kind: 'running', before: running, after: null }], result: {} };
};

async function startAgain(
  reader: Parameters<Handler<unknown>>[0],
  entry: TimeEntry | null,
  context: Context,
): Promise<Awaited<ReturnType<Handler<unknown, Stopped>>>> {
  if (!entry) return refuse('nothingToContinue');
  const next = await startedNow(reader, await workAgain(reader, entry), context);
  const { stopped, changes } = replaceRunning(await reader.running(), next, context);
  return { changes, result: { stopped } };
}

export const continueEntry: Handler<CommandOf<'timer.continue'>, Stopped> = async (reader, { entry }, context) => {
  const found = await reader.entry(entry);
  return found ? startAgain(reader, found, context) : refuse('entryGone');
};

/** The shortcut: stops what runs (a stop really stops), else starts the last work again. */
export const toggle: Handler<CommandOf<'timer.toggle'>, Stopped> = async (reader, _command, context) => {
  const running = await reader.running();
  if (!running) return startAgain(reader, await reader.latestEntry(), context);
  const { stopped, changes } = replaceRunning(running, null, context);
  return { changes, result: { stopped } };
};

export const updateTimer: Handler<CommandOf<'timer.update'>> = async (reader, command, context) => {
  const running = await reader.running();
  if (!running) return refuse('nothingRunning');
  const start = command.start ?? running.start;
  if (command.start !== undefined && startsInFuture(start, context.now)) return refuse('startsInFuture');
  const resolved = await patchedWork(reader, running, command.work, context);
  if (isRefused(resolved)) return resolved;
  const trims = await trimmed(reader, command.trim, { start, end: context.now }, context);
  if (isRefused(trims)) return trims;
  const after: RunningEntry = { ...running, ...resolved.work, rate: resolved.rate, start, changed: context.now };
  return { changes: [...resolved.changes, ...trims, { kind: 'running', before: running, after }], result: {} };
};
