import type { CatalogueThings } from '../domain/catalogue.ts';
import type { Id } from '../domain/entry.ts';
import type { Change } from '../storage/changes.ts';
import type { Happening } from './telemetry-events.ts';

type Kind = 'client' | 'project' | 'task';
type Find = <K extends Kind>(kind: K, id: Id) => Promise<CatalogueThings[K] | null>;
type Numbers = Partial<Record<'entry_id' | 'client_id' | 'project_id' | 'task_id', number>>;

/** Finds things of the catalogue: those a command made or took away among its changes, others by `elsewhere`. */
export function findIn(changes: readonly Change[], elsewhere: Find): Find {
  return async (kind, id) => {
    for (const change of changes) {
      const thing = change.kind === kind ? (change.after ?? change.before) : null;
      if (thing && 'id' in thing && thing.id === id) return thing as CatalogueThings[typeof kind];
    }
    return elsewhere(kind, id);
  };
}

/** The numbers an event may hold: of what it is about, and of what that belongs to. Never an id, never a word. */
export async function numbersOf({ about }: Happening, find: Find): Promise<Numbers> {
  if (!about) return {};
  if (about.kind === 'client') return { client_id: about.it.number };
  if (about.kind === 'project') return { project_id: about.it.number, ...(await client(about.it.clientId, find)) };
  if (about.kind === 'task') return { task_id: about.it.number, ...(await project(about.it.projectId, find)) };
  const { number, projectId, taskId } = about.it;
  const inProject = projectId ? await find('project', projectId) : null;
  const task = taskId ? await find('task', taskId) : null;
  return {
    entry_id: number,
    ...(inProject ? { project_id: inProject.number, ...(await client(inProject.clientId, find)) } : {}),
    ...(task ? { task_id: task.number } : {}),
  };
}

async function client(id: Id | null, find: Find): Promise<Numbers> {
  const found = id ? await find('client', id) : null;
  return found ? { client_id: found.number } : {};
}

async function project(id: Id, find: Find): Promise<Numbers> {
  const found = await find('project', id);
  return found ? { project_id: found.number } : {};
}
