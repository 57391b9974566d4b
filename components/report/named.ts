import { byId, type CatalogueById } from '../../lib/domain/by-id.ts';
import type { Id } from '../../lib/domain/entry.ts';
import { t } from '../../lib/platform/words.ts';
import type { JournalReader } from '../hooks/useJournal.ts';

/** The things of the catalogue that some work names. */
export type Named = Omit<CatalogueById, 'tag'>;

export interface Naming {
  readonly projectId: Id | null;
  readonly taskId: Id | null;
}

const distinct = (ids: readonly (Id | null)[]): Id[] => [...new Set(ids)].filter((id) => id !== null);

/** Reads what pieces of work name, and nothing else of the catalogue. */
export async function readNamed(reader: JournalReader, work: readonly Naming[]): Promise<Named> {
  const [projects, tasks] = await Promise.all([
    reader.thingsOf('project', distinct(work.map(({ projectId }) => projectId))),
    reader.thingsOf('task', distinct(work.map(({ taskId }) => taskId))),
  ]);
  const clients = await reader.thingsOf('client', distinct(projects.map(({ clientId }) => clientId)));
  return { project: byId(projects), client: byId(clients), task: byId(tasks) };
}

export const projectName = (named: Named, projectId: Id | null): string =>
  (projectId === null ? undefined : named.project.get(projectId)?.name) ?? t('noProject');

export const clientName = (named: Named, projectId: Id | null): string =>
  named.client.get(named.project.get(projectId ?? '')?.clientId ?? '')?.name ?? '';

export const taskName = (named: Named, taskId: Id | null): string => named.task.get(taskId ?? '')?.name ?? '';

/** `Patient portal`, or with a task `Patient portal, Design`. */
export function workName(named: Named, { projectId, taskId }: Naming): string {
  const task = taskName(named, taskId);
  const project = projectName(named, projectId);
  return task === '' ? project : t('projectAndTask', project, task);
}
