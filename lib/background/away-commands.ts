import type { AwayQuestion } from '../domain/away.ts';
import { type AwayAnswer, type AwayWork, resolveAway } from '../domain/away-answer.ts';
import type { Instant, RunningEntry, TimeEntry } from '../domain/entry.ts';
import { isRefused, refuse } from '../domain/refusal.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { Decision } from '../storage/journal.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Handler } from './context.ts';
import { entryIdentity, patchedWork } from './tracked.ts';

type Asked = RunningEntry | TimeEntry;

/** The entry a question is about: it runs, or was stopped while the question waited. */
async function askedEntry(reader: JournalReader, { entryId, spans }: AwayQuestion): Promise<Asked | null> {
  const running = await reader.running();
  if (running?.id === entryId) return running;
  const [first] = spans;
  if (!first) return null;
  const around = await reader.entriesAround(first.start, first.end);
  return around.find((entry) => entry.id === entryId) ?? null;
}

/** Answers the oldest question. */
export const answerAway: Handler<CommandOf<'away.answer'>> = async (reader, { choice, project }, context) => {
  const questions = await reader.away();
  const [question, ...others] = questions;
  if (!question) return refuse('nothingAsked');
  const answered: Change = { kind: 'away', before: questions, after: others };
  const entry = await askedEntry(reader, question);
  if (!entry || choice === 'keep') return { changes: [answered], result: {} };
  const elsewhere = choice === 'split' && project !== undefined ? { project } : undefined;
  const away = await patchedWork(reader, entry, elsewhere, context);
  if (isRefused(away)) return away;
  const awayWork: AwayWork = elsewhere ? { ...away.work, rate: away.rate } : {};
  const newIdentity = await entryIdentity(reader, context);
  const asRunning: RunningEntry = entry.end === null ? entry : { ...entry, end: null };
  const outcome = resolveAway(asRunning, question, choice, entry.end ?? context.now, newIdentity, awayWork);
  return { changes: [...away.changes, ...changesOf(entry, outcome, context.now), answered], result: {} };
};

/** What an answer changes, for an entry that runs and for one that was stopped meanwhile. */
function changesOf(entry: Asked, { stopped, running }: AwayAnswer, now: Instant): Change[] {
  const pieces = [...stopped];
  const changes: Change[] = [];
  if (entry.end === null) {
    changes.push({ kind: 'running', before: entry, after: running });
  } else if (running && running.start < entry.end) {
    pieces.push({ ...running, end: entry.end });
  }
  const before = entry.end === null ? null : entry;
  if (before && !pieces.some((piece) => piece.id === before.id)) {
    changes.push({ kind: 'entry', before, after: null });
  }
  for (const piece of pieces) {
    const same = before !== null && piece.id === before.id;
    changes.push({ kind: 'entry', before: same ? before : null, after: { ...piece, changed: now } });
  }
  return changes;
}

/** A question about an entry that a command takes away is taken away with it (and comes back with an undo). */
export async function dropAwayOfGone<R>(reader: JournalReader, decision: Decision<R>): Promise<Decision<R>> {
  const questions = await reader.away();
  if (questions.length === 0) return decision;
  const kept = new Set<string>();
  const gone = new Set<string>();
  for (const change of decision.changes) {
    if (change.kind !== 'entry' && change.kind !== 'running') continue;
    if (change.after) kept.add(change.after.id);
    if (change.before) gone.add(change.before.id);
  }
  const after = questions.filter(({ entryId }) => kept.has(entryId) || !gone.has(entryId));
  const answered = decision.changes.some((change) => change.kind === 'away');
  if (answered || after.length === questions.length) return decision;
  return { ...decision, changes: [...decision.changes, { kind: 'away', before: questions, after }] };
}
