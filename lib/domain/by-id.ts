import type { CatalogueKind, CatalogueThings, Things } from './catalogue.ts';
import type { Id } from './entry.ts';

export type CatalogueById = { readonly [K in CatalogueKind]: ReadonlyMap<Id, CatalogueThings[K]> };

export const byId = <T extends { readonly id: Id }>(things: readonly T[]): Map<Id, T> =>
  new Map(things.map((thing) => [thing.id, thing]));

export const catalogueById = ({ client, project, task, tag }: Things): CatalogueById => ({
  client: byId(client),
  project: byId(project),
  task: byId(task),
  tag: byId(tag),
});
