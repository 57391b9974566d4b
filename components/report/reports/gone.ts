import type { CatalogueKind, Things } from '../../../lib/domain/catalogue.ts';
import type { Id } from '../../../lib/domain/entry.ts';
import type { ReportFilter } from '../../../lib/domain/report/filter.ts';
import { counted } from '../../options/data/counted.ts';

export const lists = { client: 'clients', project: 'projects', task: 'tasks', tag: 'tags' } as const;

/** What a filter names and nobody has any more: it was deleted since the report was saved. */
export function goneFrom(kind: CatalogueKind, filter: ReportFilter, things: Things): Id[] {
  const there = new Set(things[kind].map(({ id }) => id));
  return filter[lists[kind]].filter((id) => id !== null && !there.has(id)) as Id[];
}

const words = {
  client: 'deletedClients',
  project: 'deletedProjects',
  task: 'deletedTasks',
  tag: 'deletedTags',
} as const;

/** `1 deleted project`, `2 deleted tags`; empty for none. */
export const goneWords = (kind: CatalogueKind, gone: readonly Id[]): string =>
  gone.length === 0 ? '' : counted(words[kind], gone.length);

/** The filter with only what is there; a list that is empty then leaves everything in. */
export function withoutGone(filter: ReportFilter, things: Things): ReportFilter {
  const kept = (kind: CatalogueKind) => {
    const gone = new Set<Id | null>(goneFrom(kind, filter, things));
    return filter[lists[kind]].filter((id) => !gone.has(id));
  };
  return { ...filter, clients: kept('client'), projects: kept('project'), tasks: kept('task'), tags: kept('tag') };
}
