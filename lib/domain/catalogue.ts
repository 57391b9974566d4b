import type { Id, Instant } from './entry.ts';
import type { Rate } from './rate.ts';

/** What every client, project, task and tag has. */
export interface Thing {
  readonly id: Id;
  /** Small whole number, unique within its kind in this installation, never used again. */
  readonly number: number;
  readonly name: string;
  readonly created: Instant;
  readonly changed: Instant;
}

export interface Client extends Thing {
  readonly notes: string;
  readonly rate: Rate | null;
  readonly archived: boolean;
}

/** Index into the palette of twelve hues, 1 to 12. */
export type Colour = number;

/** What a project was expected to take: hours (whole milliseconds) or money (whole minor units). */
export type Estimate = { readonly ms: number } | { readonly amount: number; readonly currency: string };

export interface Project extends Thing {
  readonly notes: string;
  /** Two letters for charts; null: made from the name. */
  readonly code: string | null;
  readonly estimate: Estimate | null;
  readonly clientId: Id | null;
  readonly colour: Colour;
  readonly billable: boolean;
  readonly rate: Rate | null;
  readonly archived: boolean;
}

export interface Task extends Thing {
  readonly projectId: Id;
  readonly rate: Rate | null;
  readonly done: boolean;
}

export interface Tag extends Thing {
  readonly archived: boolean;
}

export interface CatalogueThings {
  readonly client: Client;
  readonly project: Project;
  readonly task: Task;
  readonly tag: Tag;
}

export type CatalogueKind = keyof CatalogueThings;
export const catalogueKinds = ['client', 'project', 'task', 'tag'] as const satisfies readonly CatalogueKind[];

export type Things = { readonly [K in CatalogueKind]: readonly CatalogueThings[K][] };

export const newClient = (thing: Thing): Client => ({ ...thing, notes: '', rate: null, archived: false });

export const newProject = (thing: Thing, clientId: Id | null, colour: Colour, billable: boolean): Project => ({
  ...thing,
  notes: '',
  code: null,
  estimate: null,
  clientId,
  colour,
  billable,
  rate: null,
  archived: false,
});

export const newTask = (thing: Thing, projectId: Id): Task => ({ ...thing, projectId, rate: null, done: false });

export const newTag = (thing: Thing): Tag => ({ ...thing, archived: false });
