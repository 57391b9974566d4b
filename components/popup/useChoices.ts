import { useMemo, useState } from 'preact/hooks';
import type { CatalogueKind, CatalogueThings } from '../../lib/domain/catalogue.ts';
import type { Id } from '../../lib/domain/entry.ts';
import type { Choice } from '../../lib/messaging/commands.ts';
import type { PopupActions, PopupData } from './types.ts';

type Lists = { readonly [K in CatalogueKind]: readonly CatalogueThings[K][] };

/** What can be chosen in the comboboxes, as far as it was read. */
export interface Choices extends Lists {
  /** Projects in the order they were last used. */
  readonly recentProjects: readonly Id[];
  /** Reads kinds anew; what is known stays until they are there. */
  readonly read: (...kinds: CatalogueKind[]) => void;
}

/** What was read once, with what the shown entries name: that is never older. */
const both = <Thing extends { readonly id: Id }>(
  read: readonly Thing[] = [],
  shown: ReadonlyMap<Id, Thing>,
): Thing[] => [...new Map([...read.map((thing) => [thing.id, thing] as const), ...shown]).values()];

export function useChoices(
  { projects, clients, recent }: Pick<PopupData, 'projects' | 'clients' | 'recent'>,
  actions: PopupActions,
): Choices {
  const [lists, setLists] = useState<Partial<Lists>>({});
  return useMemo(
    () => ({
      project: both(lists.project, projects),
      client: both(lists.client, clients),
      task: lists.task ?? [],
      tag: lists.tag ?? [],
      recentProjects: [...new Set(recent.flatMap(({ projectId }) => projectId ?? []))],
      read: (...kinds) => {
        for (const kind of kinds) {
          void actions.catalogue(kind).then((things) => setLists((before) => ({ ...before, [kind]: things })));
        }
      },
    }),
    [lists, projects, clients, recent, actions],
  );
}

/** The name of what is chosen; empty for nothing, and while it is not read yet. */
export function nameOf(choice: Choice | null, things: readonly { readonly id: Id; readonly name: string }[]): string {
  if (choice === null) return '';
  return 'create' in choice ? choice.create : (things.find(({ id }) => id === choice.id)?.name ?? '');
}
