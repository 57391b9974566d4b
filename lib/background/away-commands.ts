import { type AwayQuestion, resolveAway } from '../domain/away.ts';
import type { RunningEntry, TimeEntry } from '../domain/entry.ts';
import { isRefused, type Refused, refuse } from '../domain/refusal.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { Decision } from '../storage/journal.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Context, Handler } from './context.ts';
import { entryIdentity } from './tracked.ts';
import { resolveWork } from './work-input.ts';

type Asked = RunningEntry | TimeEntry;

/** The entry a question is about: it runs, or was stopped while the question waited. */
async function askedEntry(reader: JournalReader, question: AwayQuestion): Promise<Asked | null> {
  const running = await reader.running();
  if (running?.id === question.entryId) return running;
  const first = question.spans[0];
  if (!first) return null;
  const around = await reader.entriesAround(first.start, first.end);
  return around.find((entry) => entry.id === question.entryId) ?? null;
}
