import type { EntryAddress, Id, Instant, RunningEntry, Span, Work } from '../domain/entry.ts';
import type { NewIdentity } from '../domain/identity.ts';
import { type Overlap, overlapsOf, trimAround } from '../domain/overlap.ts';
import type { Rate } from '../domain/rate.ts';
import { isRefused, type Refused, refuse } from '../domain/refusal.ts';
import type { CommandOf, WorkInput } from '../messaging/commands.ts';
import type { Change } from '../storage/changes.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Context } from './context.ts';
import { type ResolvedWork, rateOfWork, resolveWork } from './work-input.ts';
import { zoneOfNew } from './zone.ts';

/** A new running entry that starts now. */
export async function startedNow(
  reader: JournalReader,
  { work, rate }: Pick<ResolvedWork, 'work' | 'rate'>,
  context: Context,
): Promise<RunningEntry> {
  const { now, newId } = context;
  const number = await reader.takeNumber('entry');
  const zone = await zoneOfNew(reader, context);
  return {
    id: newId(),
    number,
    ...work,
    start: now,
    end: null,
    zone,
    origin: 'timer',
    rate,
    created: now,
    changed: now,
  };
}

export const workOf = ({ description, projectId, taskId, tagIds, billable }: Work): Work => ({
  description,
  projectId,
  taskId,
  tagIds,
  billable,
});

/** The same work again, at today's rate; things that are gone by now are left out. */
export async function workAgain(reader: JournalReader, entry: Work): Promise<Pick<ResolvedWork, 'work' | 'rate'>> {
  const project = entry.projectId ? await reader.thing('project', entry.projectId) : null;
  const task = project && entry.taskId ? await reader.thing('task', entry.taskId) : null;
  const tags = await Promise.all(entry.tagIds.map((id) => reader.thing('tag', id)));
  const work: Work = {
    ...workOf(entry),
    projectId: project?.id ?? null,
    taskId: task?.id ?? null,
    tagIds: tags.flatMap((tag) => tag?.id ?? []),
  };
  return { work, rate: await rateOfWork(reader, work) };
}

type WorkPatch = NonNullable<CommandOf<'timer.update'>['work']>;

/** The work of an entry after a person changed some of it. The rate is resolved anew only with the project or task. */
export async function patchedWork(
  reader: JournalReader,
  entry: Work & { readonly rate: Rate | null },
  patch: WorkPatch | undefined,
  context: Context,
): Promise<ResolvedWork | Refused> {
  if (!patch) return { work: workOf(entry), rate: entry.rate, changes: [] };
  const chosen = (id: Id | null): WorkInput['project'] => (id === null ? null : { id });
  const sameProject =
    patch.project === undefined || (patch.project && 'id' in patch.project && patch.project.id === entry.projectId);
  const input: WorkInput = {
    description: patch.description ?? entry.description,
    project: patch.project === undefined ? chosen(entry.projectId) : patch.project,
    client: patch.client ?? null,
    task: patch.task === undefined ? (sameProject ? chosen(entry.taskId) : null) : patch.task,
    tags: patch.tags ?? entry.tagIds.map((id) => ({ id })),
    billable: patch.billable ?? entry.billable,
  };
  const resolved = await resolveWork(reader, input, context);
  if (isRefused(resolved)) return resolved;
  const { projectId, taskId } = resolved.work;
  const sameRate = projectId === entry.projectId && taskId === entry.taskId;
  return sameRate ? { ...resolved, rate: entry.rate } : resolved;
}

/** Ids and numbers for the entries a rule makes. */
export async function entryIdentity(reader: JournalReader, { newId }: Context): Promise<NewIdentity> {
  const takeNumber = await reader.numbering('entry');
  return () => ({ id: newId(), number: takeNumber() });
}

/** Shortens other entries around a span, as the person asked. */
export async function trimmed(
  reader: JournalReader,
  addresses: readonly EntryAddress[] | undefined,
  span: Span,
  context: Context,
): Promise<Change[] | Refused> {
  const changes: Change[] = [];
  const newIdentity = await entryIdentity(reader, context);
  const running = await reader.running();
  const once = new Map((addresses ?? []).map((address) => [address.id, address]));
  for (const address of once.values()) {
    if (running?.id === address.id) {
      const around = trimmedTimer(running, span, newIdentity, context);
      if (isRefused(around)) return around;
      changes.push(...around);
      continue;
    }
    const entry = await reader.entry(address);
    if (!entry) return refuse('entryGone');
    const [first, second] = trimAround(entry, span, newIdentity);
    if (!first) return refuse('cannotTrim');
    changes.push({ kind: 'entry', before: entry, after: { ...first, changed: context.now } });
    if (second) changes.push({ kind: 'entry', before: null, after: { ...second, changed: context.now } });
  }
  return changes;
}

/** The timer around a span in the past: what lies before becomes an entry, and the same work goes on after it. */
function trimmedTimer(
  running: RunningEntry,
  span: Span,
  newIdentity: NewIdentity,
  { now }: Context,
): Change[] | Refused {
  if (span.end >= now) return refuse('cannotTrim');
  if (span.start <= running.start) {
    return [{ kind: 'running', before: running, after: { ...running, start: span.end, changed: now } }];
  }
  const after: RunningEntry = { ...running, ...newIdentity(), start: span.end, changed: now };
  return [
    { kind: 'running', before: running, after },
    { kind: 'entry', before: null, after: { ...running, end: span.start, changed: now } },
  ];
}

/** Other entries that share time with a span, the running one with the time it has run so far. */
export async function overlapping(
  reader: JournalReader,
  span: Span,
  except: Id | null,
  now: Instant,
): Promise<Overlap[]> {
  if (span.end <= span.start) return [];
  const running = await reader.running();
  const others = overlapsOf(span, await reader.entriesAround(span.start, span.end), except);
  if (!running || running.start >= now) return others;
  const going = overlapsOf(span, [{ ...running, end: now }], except);
  return [...others, ...going.map((overlap) => ({ ...overlap, canTrim: span.end < now }))];
}
