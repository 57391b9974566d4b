import {
  type CatalogueKind,
  type CatalogueThings,
  type Client,
  newClient,
  newProject,
  newTag,
  newTask,
  type Project,
} from '../domain/catalogue.ts';
import { nextColour } from '../domain/colours.ts';
import type { Id } from '../domain/entry.ts';
import { isRefused, type Refused, refuse } from '../domain/refusal.ts';
import type { Choice, CommandOf, CommandType } from '../messaging/commands.ts';
import type { Change, ThingChange } from '../storage/changes.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Context, Handler } from './context.ts';
import { rerated } from './rates.ts';
import { findClient, gone, isSameName, newThing } from './work-input.ts';

type Making<T extends CommandType> = Handler<CommandOf<T>, { readonly id: Id }>;
type Updating<T extends CommandType> = Handler<CommandOf<T>, { readonly entries: number }>;

/** Whether another thing bears the name already, among those it would be mistaken for. */
async function isTaken<K extends CatalogueKind>(
  reader: JournalReader,
  kind: K,
  { id, name }: { readonly id: Id | null; readonly name: string },
  among: (thing: CatalogueThings[K]) => boolean = () => true,
): Promise<boolean> {
  return (await reader.things(kind)).some((thing) => thing.id !== id && isSameName(thing, name) && among(thing));
}

const made = (change: ThingChange & { readonly after: { readonly id: Id } }, ...before: Change[]) => ({
  changes: [...before, change],
  result: { id: change.after.id },
});

export const createClient: Making<'client.create'> = async (reader, { fields }, context) => {
  if (await isTaken(reader, 'client', { id: null, name: fields.name })) return refuse('nameTaken');
  const after = { ...newClient(await newThing(reader, 'client', fields.name, context)), ...given(fields) };
  return made({ kind: 'client', before: null, after });
};

export const createProject: Making<'project.create'> = async (reader, { fields }, context) => {
  const { client: choice, ...rest } = fields;
  const client = await ownerOf(reader, choice ?? null, context);
  if (isRefused(client)) return client;
  if (await projectIsTaken(reader, { id: null, name: fields.name, clientId: client.id })) return refuse('nameTaken');
  const colour = nextColour((await reader.things('project')).map((project) => project.colour));
  const blank = newProject(await newThing(reader, 'project', fields.name, context), client.id, colour, true);
  return made({ kind: 'project', before: null, after: { ...blank, ...given(rest) } }, ...client.changes);
};

export const createTask: Making<'task.create'> = async (reader, { projectId, fields }, context) => {
  if (!(await reader.thing('project', projectId))) return refuse('projectGone');
  const taken = await isTaken(reader, 'task', { id: null, name: fields.name }, (task) => task.projectId === projectId);
  if (taken) return refuse('nameTaken');
  const after = { ...newTask(await newThing(reader, 'task', fields.name, context), projectId), ...given(fields) };
  return made({ kind: 'task', before: null, after });
};

export const createTag: Making<'tag.create'> = async (reader, { fields }, context) => {
  if (await isTaken(reader, 'tag', { id: null, name: fields.name })) return refuse('nameTaken');
  const after = { ...newTag(await newThing(reader, 'tag', fields.name, context)), ...given(fields) };
  return made({ kind: 'tag', before: null, after });
};

export const updateClient: Updating<'client.update'> = async (reader, { id, changes, ratesFrom }, { now }) => {
  const before = await reader.thing('client', id);
  if (!before) return refuse(gone.client);
  const after: Client = { ...before, ...given(changes), changed: now };
  if (after.name !== before.name && (await isTaken(reader, 'client', after))) return refuse('nameTaken');
  const rates = await rerated(reader, { kind: 'client', after }, ratesFrom);
  return { changes: [{ kind: 'client', before, after }, ...rates.changes], result: { entries: rates.entries } };
};

export const updateProject: Updating<'project.update'> = async (reader, command, context) => {
  const { id, changes, ratesFrom } = command;
  const before = await reader.thing('project', id);
  if (!before) return refuse(gone.project);
  const { client: choice, ...rest } = changes;
  const client = choice === undefined ? unowned(before.clientId) : await ownerOf(reader, choice, context);
  if (isRefused(client)) return client;
  const after: Project = { ...before, ...given(rest), clientId: client.id, changed: context.now };
  const renamed = after.name !== before.name || after.clientId !== before.clientId;
  if (renamed && (await projectIsTaken(reader, after))) return refuse('nameTaken');
  const rates = await rerated(reader, { kind: 'project', after }, ratesFrom, client.changes);
  return {
    changes: [...client.changes, { kind: 'project', before, after }, ...rates.changes],
    result: { entries: rates.entries },
  };
};

export const updateTask: Updating<'task.update'> = async (reader, { id, changes, ratesFrom }, { now }) => {
  const before = await reader.thing('task', id);
  if (!before) return refuse(gone.task);
  const after = { ...before, ...given(changes), changed: now };
  const sibling = (task: { readonly projectId: Id }) => task.projectId === before.projectId;
  if (after.name !== before.name && (await isTaken(reader, 'task', after, sibling))) return refuse('nameTaken');
  const rates = await rerated(reader, { kind: 'task', after }, ratesFrom);
  return { changes: [{ kind: 'task', before, after }, ...rates.changes], result: { entries: rates.entries } };
};

export const updateTag: Handler<CommandOf<'tag.update'>> = async (reader, { id, changes }, { now }) => {
  const before = await reader.thing('tag', id);
  if (!before) return refuse(gone.tag);
  const after = { ...before, ...given(changes), changed: now };
  if (after.name !== before.name && (await isTaken(reader, 'tag', after))) return refuse('nameTaken');
  return { changes: [{ kind: 'tag', before, after }], result: {} };
};

/** What is not said stays. */
type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const given = <T extends object>(fields: T): Given<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;

/** Projects of one client need names of their own; one that was archived does not stand in the way. */
const projectIsTaken = (
  reader: JournalReader,
  { clientId, ...project }: { readonly id: Id | null; readonly name: string; readonly clientId: Id | null },
): Promise<boolean> => isTaken(reader, 'project', project, (other) => other.clientId === clientId && !other.archived);

interface Owner {
  readonly id: Id | null;
  readonly changes: readonly ThingChange[];
}

const unowned = (id: Id | null): Owner => ({ id, changes: [] });

/** The client a project is given: one there is, or one made by its name in the same commit. */
async function ownerOf(reader: JournalReader, choice: Choice | null, context: Context): Promise<Owner | Refused> {
  if (choice === null) return unowned(null);
  const found = await findClient(reader, choice, context);
  if (isRefused(found)) return found;
  const changes: ThingChange[] = found.isNew ? [{ kind: 'client', before: null, after: found.thing }] : [];
  return { id: found.thing.id, changes };
}
