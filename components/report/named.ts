import type { Client, Project, Task } from '../../lib/domain/catalogue.ts';
import type { Id } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import type { JournalReader } from '../hooks/useJournal.ts';

/** The things of the catalogue that some work names. */
export interface Named {
  readonly projects: ReadonlyMap<Id, Project>;
  readonly clients: ReadonlyMap<Id, Client>;
  readonly tasks: ReadonlyMap<Id, Task>;
}

export interface Naming {
  readonly projectId: Id | null;
  readonly taskId: Id | null;
}

const distinct = (ids: readonly (Id | null)[]): Id[] => [...new Set(ids)].filter((id) => id !== null);

/** Reads what pieces of work name, and nothing else of the catalogue. */
export async function readNamed(reader: JournalReader, work: readonly Naming[]): Promise<Named> {
  const read = async <T extends { readonly id: Id }>(ids: readonly Id[], one: (id: Id) => Promise<T | null>) => {
    const found = await Promise.all(ids.map(one));
    return new Map(found.flatMap((thing) => (thing ? [[thing.id, thing] as const] : [])));
  };
  const projects = await read(distinct(work.map(({ projectId }) => projectId)), (id) => reader.thing('project', id));
  const [clients, tasks] = await Promise.all([
    read(distinct([...projects.values()].map(({ clientId }) => clientId)), (id) => reader.thing('client', id)),
    read(distinct(work.map(({ taskId }) => taskId)), (id) => reader.thing('task', id)),
  ]);
  return { projects, clients, tasks };
}

export const projectName = (named: Named, projectId: Id | null): string =>
  (projectId === null ? undefined : named.projects.get(projectId)?.name) ?? t('noProject');

export const clientName = (named: Named, projectId: Id | null): string =>
  named.clients.get(named.projects.get(projectId ?? '')?.clientId ?? '')?.name ?? '';

export const taskName = (named: Named, taskId: Id | null): string => named.tasks.get(taskId ?? '')?.name ?? '';

/** `Patient portal`, or with a task `Patient portal, Design`. */
export function workName(named: Named, { projectId, taskId }: Naming): string {
  const task = taskName(named, taskId);
  const project = projectName(named, projectId);
  return task === '' ? project : t('projectAndTask', project, task);
}
