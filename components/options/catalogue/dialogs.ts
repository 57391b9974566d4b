import type { CatalogueKind, Client, Project, Tag, Task } from '../../../lib/domain/catalogue.ts';
import type { Id } from '../../../lib/domain/entry.ts';

/** A thing, as far as renaming, merging and deleting concern it. */
export interface AnyThing {
  readonly kind: CatalogueKind;
  readonly id: Id;
  readonly name: string;
  /** Of a task. */
  readonly projectId?: Id;
}

/** What is open in front of the list. */
export type Opened =
  | { readonly show: 'project'; readonly project: Project | null }
  | { readonly show: 'client'; readonly client: Client | null }
  | { readonly show: 'tag'; readonly tag: Tag | null }
  | { readonly show: 'tasks'; readonly project: Project }
  | { readonly show: 'task'; readonly task: Task }
  | { readonly show: 'merge' | 'delete'; readonly thing: AnyThing };
