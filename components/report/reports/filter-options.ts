import type { Things } from '../../../lib/domain/catalogue.ts';
import type { Id } from '../../../lib/domain/entry.ts';
import { prepareSearch, search } from '../../../lib/domain/search.ts';
import { t } from '../../../lib/platform/words.ts';
import type { Option } from '../../ui/Listbox.tsx';

/** The key of "No client" and the like in a list: an option needs one. */
export const WITHOUT = 'none';

export type Chosen = readonly (Id | null)[];

interface Offered {
  readonly id: Id;
  readonly name: string;
  readonly group?: string;
  readonly colour?: number;
  readonly detail?: string;
}

const isChosen = (chosen: Chosen, key: string): boolean => chosen.includes(key === WITHOUT ? null : key);

/** What is chosen once one more is, or is no more. */
export const toggled = (chosen: Chosen, key: string): Chosen => {
  const id = key === WITHOUT ? null : key;
  return chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
};

/** Options whose name matches; "No …" is offered while nothing is typed. */
export function offer(query: string, things: readonly Offered[], without: string, chosen: Chosen): Option[] {
  const none: Option[] = query === '' ? [{ key: WITHOUT, label: without, selected: isChosen(chosen, WITHOUT) }] : [];
  const found = search(
    prepareSearch(things, ({ name }) => name),
    query,
  );
  const options = found.map(({ item, ranges }): Option => {
    const { id, name, ...rest } = item;
    return { key: id, label: name, ranges, selected: isChosen(chosen, id), ...rest };
  });
  return [...none, ...inGroups(options)];
}

/** Options of one group follow each other. */
function inGroups(options: readonly Option[]): Option[] {
  const groups = new Map<string, Option[]>();
  for (const option of options) groups.set(option.group ?? '', [...(groups.get(option.group ?? '') ?? []), option]);
  return [...groups.values()].flat();
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);

/** What is archived comes last: the past still asks about it. */
const sorted = <T extends { name: string; archived?: boolean; done?: boolean }>(things: readonly T[]): T[] =>
  things.toSorted((a, b) => Number(a.archived ?? false) - Number(b.archived ?? false) || byName(a, b));

const archived = (is: boolean) => (is ? { detail: t('archivedThing') } : {});

export const offeredClients = ({ client }: Things): Offered[] =>
  sorted(client).map((one) => ({ id: one.id, name: one.name, ...archived(one.archived) }));

export function offeredProjects({ project, client }: Things): Offered[] {
  const names = new Map(client.map(({ id, name }) => [id, name]));
  return sorted(project).map(({ id, name, colour, clientId, archived: is }) => {
    const group = names.get(clientId ?? '');
    return { id, name, colour, ...(group === undefined ? {} : { group }), ...archived(is) };
  });
}

export function offeredTasks({ task, project }: Things, projects: Chosen): Offered[] {
  const names = new Map(project.map(({ id, name }) => [id, name]));
  return sorted(task)
    .filter(({ projectId }) => projects.length === 0 || projects.includes(projectId))
    .map(({ id, name, projectId }) => ({ id, name, group: names.get(projectId) ?? t('noProject') }));
}

export const offeredTags = ({ tag }: Things): Offered[] =>
  sorted(tag).map((one) => ({ id: one.id, name: one.name, ...archived(one.archived) }));
