import type { Instant, RunningEntry, TimeEntry, Work } from '../domain/entry.ts';
import { breakAfter, firstStretch, isLate, type PomodoroState, stretchAfter } from '../domain/pomodoro.ts';
import { refuse } from '../domain/refusal.ts';
import type { Pomodoro } from '../domain/settings.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { Decision } from '../storage/journal.ts';
import { dayOfEntry } from '../storage/page-edits.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Context, Handler } from './context.ts';
import { startedNow, workAgain } from './tracked.ts';
import { rateOfWork } from './work-input.ts';

export const startPomodoro: Handler<CommandOf<'pomodoro.start'>> = async (reader, _command, { now }) => {
  if (!(await reader.running())) return refuse('nothingRunning');
  const before = await reader.single('pomodoro');
  const { pomodoro } = await reader.settings();
  return { changes: [{ kind: 'pomodoro', before, after: firstStretch(now, pomodoro) }], result: {} };
};

export const endPomodoro: Handler<CommandOf<'pomodoro.end'>> = async (reader) => {
  const before = await reader.single('pomodoro');
  return { changes: before ? [{ kind: 'pomodoro', before, after: null }] : [], result: {} };
};

export const nextPhase: Handler<CommandOf<'pomodoro.next'>> = async (reader, _command, context) => {
  const state = await reader.single('pomodoro');
  return state ? follow(reader, state, context.now, true, context) : refuse('noPomodoro');
};

export const elapsedPhase: Handler<CommandOf<'pomodoro.elapsed'>> = async (reader, _command, context) => {
  const state = await reader.single('pomodoro');
  if (!state || state.ends === null || state.ends > context.now) return { changes: [], result: {} };
  return follow(reader, state, state.ends, false, context);
};

/**
 * The phase that follows one that ended at `at`. When that is long past, nobody was there: the phase ends when it was
 * to, and the Pomodoro with it.
 */
async function follow(reader: JournalReader, state: PomodoroState, at: Instant, asked: boolean, context: Context) {
  const { pomodoro } = await reader.settings();
  const running = await reader.running();
  const late = !asked && isLate(at, context.now);
  const stopped = running && stopAt(running, at, context.now);
  const changes: Change[] = stopped ? [{ kind: 'entry', before: null, after: stopped }] : [];
  const next =
    state.phase === 'work'
      ? await rest(reader, state, stopped, at, pomodoro, context)
      : await work(reader, state, at, asked, pomodoro, context);
  const after = late ? { running: null, state: null } : next;
  if (running || after.running) changes.push({ kind: 'running', before: running, after: after.running });
  changes.push({ kind: 'pomodoro', before: state, after: after.state });
  return { changes, result: {} } satisfies Decision<Record<never, never>>;
}

interface Next {
  readonly running: RunningEntry | null;
  readonly state: PomodoroState | null;
}

const stopAt = (running: RunningEntry, at: Instant, now: Instant): TimeEntry => ({
  ...running,
  end: Math.max(at, running.start),
  changed: now,
});

async function rest(
  reader: JournalReader,
  { round }: PomodoroState,
  stopped: TimeEntry | null,
  at: Instant,
  settings: Pomodoro,
  context: Context,
): Promise<Next> {
  if (!stopped) return { running: null, state: null };
  const worked = { day: dayOfEntry(stopped), id: stopped.id };
  const project = settings.restProjectId && (await reader.thing('project', settings.restProjectId));
  const state = breakAfter(round, worked, at, settings);
  if (!project) return { running: null, state };
  const work: Work = { description: '', projectId: project.id, taskId: null, tagIds: [], billable: project.billable };
  const rate = await rateOfWork(reader, work);
  return { running: await startedAt(reader, { work, rate }, at, context), state };
}

async function work(
  reader: JournalReader,
  { round, worked }: PomodoroState,
  at: Instant,
  asked: boolean,
  settings: Pomodoro,
  context: Context,
): Promise<Next> {
  if (!asked && !settings.autoStart) return { running: null, state: { phase: 'waiting', round, ends: null, worked } };
  const entry = worked && (await reader.entry(worked));
  if (!entry) return { running: null, state: null };
  const running = await startedAt(reader, await workAgain(reader, entry), at, context);
  return { running, state: stretchAfter(round, at, settings) };
}

const startedAt = async (
  reader: JournalReader,
  work: Parameters<typeof startedNow>[1],
  start: Instant,
  context: Context,
): Promise<RunningEntry> => ({ ...(await startedNow(reader, work, context)), start });

/** Whatever else a person starts or stops ends the Pomodoro that was going on. */
export async function dropPomodoro<R>(reader: JournalReader, decision: Decision<R>): Promise<Decision<R>> {
  const timer = decision.changes.find((change) => change.kind === 'running');
  if (!timer || timer.before?.id === timer.after?.id) return decision;
  if (decision.changes.some((change) => change.kind === 'pomodoro')) return decision;
  const before = await reader.single('pomodoro');
  return before ? { ...decision, changes: [...decision.changes, { kind: 'pomodoro', before, after: null }] } : decision;
}
