import type { RunningEntry, TimeEntry, Work } from '../domain/entry.ts';
import { isRefused, refuse } from '../domain/refusal.ts';
import { startsInFuture, stopTimer } from '../domain/timer.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { Decision } from '../storage/journal.ts';
import { dayOfEntry } from '../storage/page-edits.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Context, Handler } from './context.ts';
import { patchedWork, startedNow, trimmed, workAgain } from './tracked.ts';
import { resolveWork } from './work-input.ts';

export interface Stopped {
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
  if (!running) return (await stoppedBreak(reader)) ?? refuse('nothingRunning');
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

/** To stop in a break is to end it: what it ended is what was stopped. */
async function stoppedBreak(reader: JournalReader): Promise<Decision<{ stopped: TimeEntry }> | null> {
  const before = await reader.single('paused');
  const stopped = before && (await reader.entry(before.entry));
  return stopped && { changes: [{ kind: 'paused', before, after: null }], result: { stopped } };
}

export const discard: Handler<CommandOf<'timer.discard'>> = async (reader) => {
  const running = await reader.running();
  if (!running) return refuse('nothingRunning');
  return { changes: [{ kind: 'running', before: running, after: null }], result: {} };
};

/** The same work as a new entry from now on. */
export async function startWork(
  reader: JournalReader,
  work: Work,
  context: Context,
  more: Pick<RunningEntry, 'resumes'> = {},
): Promise<Decision<Stopped>> {
  const next = { ...(await startedNow(reader, await workAgain(reader, work), context)), ...more };
  const { stopped, changes } = replaceRunning(await reader.running(), next, context);
  return { changes, result: { stopped } };
}

export const continueEntry: Handler<CommandOf<'timer.continue'>, Stopped> = async (reader, { entry }, context) => {
  const found = await reader.entry(entry);
  return found ? startWork(reader, found, context) : refuse('entryGone');
};

/** The shortcut: stops what runs (a stop really stops), else ends the break or starts the last work again. */
export const toggle: Handler<CommandOf<'timer.toggle'>, Stopped> = async (reader, _command, context) => {
  const running = await reader.running();
  if (running) {
    const { stopped, changes } = replaceRunning(running, null, context);
    return { changes, result: { stopped } };
  }
  if (await reader.single('paused')) return resume(reader, { type: 'timer.resume' }, context);
  const latest = await reader.latestEntry();
  return latest ? startWork(reader, latest, context) : refuse('nothingToContinue');
};

/** A break ends the entry and remembers it. */
export const pause: Handler<CommandOf<'timer.pause'>, { stopped: TimeEntry }> = async (reader, _command, context) => {
  const running = await reader.running();
  if (!running) return refuse('nothingRunning');
  const stopped = stopTimer(running, context.now, context.lastAlive(running.id));
  const changes: Change[] = [
    { kind: 'running', before: running, after: null },
    { kind: 'entry', before: null, after: stopped },
    {
      kind: 'paused',
      before: await reader.single('paused'),
      after: { entry: { day: dayOfEntry(stopped), id: stopped.id }, since: stopped.end },
    },
  ];
  return { changes, result: { stopped } };
};

/** The same work goes on as a new entry that knows which one it goes on from: so the day can show the break. */
export const resume: Handler<CommandOf<'timer.resume'>, Stopped> = async (reader, _command, context) => {
  const paused = await reader.single('paused');
  if (!paused) return refuse('notPaused');
  const entry = await reader.entry(paused.entry);
  return entry ? startWork(reader, entry, context, { resumes: entry.id }) : refuse('entryGone');
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
