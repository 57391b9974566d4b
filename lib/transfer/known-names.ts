import type { CatalogueById } from '../domain/by-id.ts';
import type { Work } from '../domain/entry.ts';

/** Names of things that are not in the catalogue go, as when they are deleted; the very same object where none is. */
export function withKnownNames<T extends Work>(work: T, { project, task, tag }: Omit<CatalogueById, 'client'>): T {
  const projectId = work.projectId && project.has(work.projectId) ? work.projectId : null;
  const taskId = work.taskId && task.get(work.taskId)?.projectId === projectId ? work.taskId : null;
  const sound = projectId === work.projectId && taskId === work.taskId && work.tagIds.every((id) => tag.has(id));
  return sound ? work : { ...work, projectId, taskId, tagIds: work.tagIds.filter((id) => tag.has(id)) };
}
