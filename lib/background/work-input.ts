import {
  type CatalogueKind,
  type CatalogueThings,
  type Client,
  newClient,
  newProject,
  newTag,
  newTask,
  type Project,
  type Tag,
  type Task,
  type Thing,
} from '../domain/catalogue.ts';
import { nextColour } from '../domain/colours.ts';
import type { Work } from '../domain/entry.ts';
import { fold } from '../domain/fold.ts';
import { type Rate, resolveRate } from '../domain/rate.ts';
import { isRefused, type RefusalReason, type Refused, refuse } from '../domain/refusal.ts';
import type { Choice, WorkInput } from '../messaging/commands.ts';
import type { Change, ThingChange } from '../storage/changes.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Context } from './context.ts';

/** Work with everything it names found or made, the rate that holds for it, and the changes that make what is new. */
export interface ResolvedWork {
  readonly work: Work;
  readonly rate: Rate | null;
  readonly changes: readonly Change[];
}

export const gone: Record<CatalogueKind, RefusalReason> = {
  client: 'clientGone',
  project: 'projectGone',
  task: 'taskGone',
  tag: 'tagGone',
};

type Made<T> = { readonly thing: T; readonly isNew: boolean };

/** Finds or makes the things a piece of work names. */
export async function resolveWork(
  reader: JournalReader,
  input: WorkInput,
  context: Context,
): Promise<ResolvedWork | Refused> {
  const made: ThingChange[] = [];
  const client = input.client ? await findClient(reader, input.client, context) : null;
  if (client && isRefused(client)) return client;
  const project = input.project
    ? await findProject(reader, input.project, client?.thing ?? null, input, context)
    : null;
  if (project && isRefused(project)) return project;
  if (client?.isNew && project?.isNew) made.push({ kind: 'client', before: null, after: client.thing });
  if (project?.isNew) made.push({ kind: 'project', before: null, after: project.thing });
  const task = project && input.task ? await findTask(reader, input.task, project.thing, context) : null;
  if (task && isRefused(task)) return task;
  if (task?.isNew) made.push({ kind: 'task', before: null, after: task.thing });
  const tags = await findTags(reader, input.tags, context);
  if (isRefused(tags)) return tags;
  made.push(
    ...tags.filter((tag) => tag.isNew).map(({ thing }) => ({ kind: 'tag', before: null, after: thing }) as const),
  );
  const work: Work = {
    description: input.description.trim(),
    projectId: project?.thing.id ?? null,
    taskId: task?.thing.id ?? null,
    tagIds: tags.map((tag) => tag.thing.id),
    billable: input.billable,
  };
  const rate = await rateFor(reader, task?.thing ?? null, project?.thing ?? null);
  return { work, rate, changes: made };
}

async function rateFor(reader: JournalReader, task: Task | null, project: Project | null): Promise<Rate | null> {
  const client = project?.clientId ? await reader.thing('client', project.clientId) : null;
  return resolveRate(task, project, client, (await reader.settings()).defaultRate);
}

/** The rate that holds today for work that is already resolved. */
export async function rateOfWork(reader: JournalReader, work: Work): Promise<Rate | null> {
  const task = work.taskId ? await reader.thing('task', work.taskId) : null;
  const project = work.projectId ? await reader.thing('project', work.projectId) : null;
  return rateFor(reader, task, project);
}

type Same<T> = (thing: T, name: string) => boolean;
export const isSameName: Same<{ name: string }> = (thing, name) => fold(thing.name) === fold(name);

/** A name that stands in the catalogue already means the thing that bears it. */
async function find<K extends CatalogueKind>(
  reader: JournalReader,
  kind: K,
  choice: Choice,
  context: Context,
  same: Same<CatalogueThings[K]>,
  make: (thing: Thing) => CatalogueThings[K],
): Promise<Made<CatalogueThings[K]> | Refused> {
  if ('id' in choice) {
    const thing = await reader.thing(kind, choice.id);
    return thing ? { thing, isNew: false } : refuse(gone[kind]);
  }
  const known = (await reader.things(kind)).find((thing) => same(thing, choice.create));
  if (known) return { thing: known, isNew: false };
  return { thing: make(await newThing(reader, kind, choice.create, context)), isNew: true };
}

export async function newThing(
  reader: JournalReader,
  kind: CatalogueKind,
  name: string,
  { newId, now }: Context,
): Promise<Thing> {
  return { id: newId(), number: await reader.takeNumber(kind), name, created: now, changed: now };
}

export const findClient = (reader: JournalReader, choice: Choice, context: Context): Promise<Made<Client> | Refused> =>
  find(reader, 'client', choice, context, isSameName, newClient);

async function findProject(
  reader: JournalReader,
  choice: Choice,
  client: Client | null,
  input: WorkInput,
  context: Context,
): Promise<Made<Project> | Refused> {
  const clientId = client?.id ?? null;
  const colours = 'create' in choice ? (await reader.things('project')).map((project) => project.colour) : [];
  const same: Same<Project> = (project, name) =>
    isSameName(project, name) && !project.archived && (clientId === null || project.clientId === clientId);
  return find(reader, 'project', choice, context, same, (named) =>
    newProject(named, clientId, nextColour(colours), input.billable),
  );
}

async function findTask(reader: JournalReader, choice: Choice, project: Project, context: Context) {
  const found = await find(
    reader,
    'task',
    choice,
    context,
    (task, name) => task.projectId === project.id && isSameName(task, name),
    (named) => newTask(named, project.id),
  );
  if (!isRefused(found) && found.thing.projectId !== project.id) return refuse('taskGone');
  return found;
}

async function findTags(reader: JournalReader, choices: readonly Choice[], context: Context) {
  const found: Made<Tag>[] = [];
  for (const choice of choices) {
    const named = 'create' in choice ? choice.create : null;
    if (named !== null && found.some(({ thing }) => isSameName(thing, named))) continue;
    const tag = await find(reader, 'tag', choice, context, isSameName, newTag);
    if (isRefused(tag)) return tag;
    if (!found.some(({ thing }) => thing.id === tag.thing.id)) found.push(tag);
  }
  return found;
}
