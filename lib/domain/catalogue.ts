import type { Id, Instant } from './entry.ts';
import type { Rate } from './rate.ts';

export interface Named {
  readonly id: Id;
  /** Small whole number, unique within its kind in this installation, never used again. */
  readonly number: number;
  readonly name: string;
  readonly created: Instant;
  readonly changed: Instant;
}

export interface Client extends Named {
  readonly notes: string;
  readonly rate: Rate | null;
  readonly archived: boolean;
}

/** Index into the palette of twelve hues, 1 to 12. */
export type Colour = number;

/** What a project was expected to take: hours (whole milliseconds) or money (whole minor units). */
export type Estimate = { readonly ms: number } | { readonly amount: number; readonly currency: string };

export interface Project extends Named {
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

export interface Task extends Named {
  readonly projectId: Id;
  readonly rate: Rate | null;
  readonly done: boolean;
}

export interface Tag extends Named {
  readonly archived: boolean;
}

export interface CatalogueThings {
  readonly client: Client;
  readonly project: Project;
  readonly task: Task;
  readonly tag: Tag;
}

export type CatalogueKind = keyof CatalogueThings;

export const newClient = (named: Named): Client => ({ ...named, notes: '', rate: null, archived: false });

export const newProject = (named: Named, clientId: Id | null, colour: Colour, billable: boolean): Project => ({
  ...named,
  notes: '',
  code: null,
  estimate: null,
  clientId,
  colour,
  billable,
  rate: null,
  archived: false,
});

export const newTask = (named: Named, projectId: Id): Task => ({ ...named, projectId, rate: null, done: false });

export const newTag = (named: Named): Tag => ({ ...named, archived: false });
