import type { CatalogueKind, CatalogueThings } from '../domain/catalogue.ts';
import { EVERY_DAY } from '../domain/days.ts';
import type { Id } from '../domain/entry.ts';
import { type Refused, refuse } from '../domain/refusal.ts';
import { type Replacement, renamed, renamedQuery, renamedSettings, renamedWorks } from '../domain/replace.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change, ThingChange } from '../storage/changes.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Handler } from './context.ts';
import { changeEntries } from './many-entries.ts';
import { gone, isSameName } from './work-input.ts';

type Merging<T extends 'catalogue.merge' | 'catalogue.delete'> = Handler<CommandOf<T>, { readonly entries: number }>;

export const mergeThings: Merging<'catalogue.merge'> = async (reader, { kind, from, into }, { now }) => {
  const pair = await pairOf(reader, kind, from, into);
  if ('refused' in pair) return pair;
  const others = await replacement(reader, kind, pair, true);
  const owned = await ownedAfter(reader, kind, from, into, others, now);
  return everywhere(reader, [goes(kind, pair.thing), ...owned], others);
};

export const deleteThing: Merging<'catalogue.delete'> = async (reader, { kind, id, instead }, { now }) => {
  const pair = await pairOf(reader, kind, id, instead);
  if ('refused' in pair) return pair;
  const others = await replacement(reader, kind, pair, false);
  const owned = await ownedAfter(reader, kind, id, kind === 'client' ? instead : null, others, now);
  return everywhere(reader, [goes(kind, pair.thing), ...owned], others);
};

interface Pair<K extends CatalogueKind> {
  readonly thing: CatalogueThings[K];
  readonly other: CatalogueThings[K] | null;
}

async function pairOf<K extends CatalogueKind>(
  reader: JournalReader,
  kind: K,
  id: Id,
  otherId: Id | null,
): Promise<Pair<K> | Refused> {
  const thing = await reader.thing(kind, id);
  const other = otherId === null ? null : await reader.thing(kind, otherId);
  if (!thing || (otherId !== null && !other)) return refuse(gone[kind]);
  if (id === otherId) return refuse('sameThing');
  const elsewhere = other && 'projectId' in thing && 'projectId' in other && thing.projectId !== other.projectId;
  return elsewhere ? refuse('taskGone') : { thing, other };
}

const goes = (kind: CatalogueKind, before: { readonly id: Id }): ThingChange =>
  ({ kind, before, after: null }) as ThingChange; // the thing is of its kind

/** What stands in whose place. The tasks of a merged project go over, those of the same name become one. */
async function replacement<K extends CatalogueKind>(
  reader: JournalReader,
  kind: K,
  { thing, other }: Pair<K>,
  keepTasks: boolean,
): Promise<Replacement> {
  const others = new Map([[thing.id, other?.id ?? null]]);
  const none: Replacement['tasks'] = new Map();
  if (kind === 'tag') return { projects: none, tasks: none, tags: others };
  if (kind === 'task') return { projects: none, tasks: others, tags: none };
  if (kind === 'client') return { projects: none, tasks: none, tags: none };
  const all = await reader.things('task');
  const there = all.filter(({ projectId }) => projectId === other?.id);
  const tasks = new Map<Id, Id | null>();
  for (const task of all.filter(({ projectId }) => projectId === thing.id)) {
    const same = there.find((one) => isSameName(one, task.name));
    if (same || !keepTasks) tasks.set(task.id, same?.id ?? null);
  }
  return { projects: others, tasks, tags: none };
}

/** What becomes of a client's projects or a project's tasks. */
async function ownedAfter(
  reader: JournalReader,
  kind: CatalogueKind,
  from: Id,
  into: Id | null,
  { tasks }: Replacement,
  now: number,
): Promise<ThingChange[]> {
  if (kind === 'client') {
    const projects = (await reader.things('project')).filter(({ clientId }) => clientId === from);
    return projects.map((before) => ({ kind: 'project', before, after: { ...before, clientId: into, changed: now } }));
  }
  if (kind !== 'project') return [];
  const owned = (await reader.things('task')).filter(({ projectId }) => projectId === from);
  return owned.map((before) => {
    const stays = into !== null && !tasks.has(before.id);
    return { kind: 'task', before, after: stays ? { ...before, projectId: into, changed: now } : null };
  });
}

/** Everything else that names what goes: entries, the timer, favourites, recent work, settings and saved reports. */
async function everywhere(reader: JournalReader, things: readonly Change[], others: Replacement) {
  const touched = others.projects.size + others.tasks.size + others.tags.size > 0;
  const many = touched
    ? await changeEntries(reader, EVERY_DAY.first, (entry) => renamed(entry, others))
    : { changes: [], entries: 0 };
  const changes: Change[] = [...things, ...many.changes];
  const running = await reader.running();
  const fields = running && renamed(running, others);
  if (running && fields) changes.push({ kind: 'running', before: running, after: { ...running, ...fields } });
  for (const kind of ['favourites', 'recent'] as const) {
    const before = await reader.single(kind);
    const after = renamedWorks<(typeof before)[number]>(before, others);
    if (after !== before) changes.push({ kind, before, after } as Change); // a list of the same things
  }
  const settings = await reader.settings();
  const renamedTo = renamedSettings(settings, others);
  if (renamedTo !== settings) changes.push({ kind: 'settings', before: settings, after: renamedTo });
  const reports = await reader.single('reports');
  const after = reports.map((report) => ({ ...report, query: renamedQuery(report.query, others) }));
  if (after.some(({ query }, i) => query !== reports[i]?.query))
    changes.push({ kind: 'reports', before: reports, after });
  return { changes, result: { entries: many.entries } };
}
