import type { Client, Project } from '../../lib/domain/catalogue.ts';
import type { Id } from '../../lib/domain/entry.ts';
import { fold } from '../../lib/domain/fold.ts';
import { prepareSearch, search } from '../../lib/domain/search.ts';
import type { Choice } from '../../lib/messaging/commands.ts';
import { t, type Word } from '../../lib/platform/words.ts';
import type { Option } from '../ui/Listbox.tsx';
import { CREATE, NONE } from './choice-of.ts';
import { keyOf } from './work-draft.ts';

interface Named {
  readonly id: Id;
  readonly name: string;
}

const createOption = (query: string, names: readonly string[], word: Word): Option[] => {
  const folded = fold(query);
  return query === '' || names.some((name) => fold(name) === folded)
    ? []
    : [{ key: CREATE, label: t(word, query), create: query }];
};

const noneOption = (query: string, word: Word, chosen: readonly Choice[]): Option[] =>
  query === '' ? [{ key: NONE, label: t(word), selected: chosen.length === 0 }] : [];

/** One more than a list shows, so that it can say that there are more. */
const LIMIT = 101;

const isChosen = (chosen: readonly Choice[], id: Id): boolean => chosen.some((choice) => keyOf(choice) === id);

/** The things whose name matches, with the matched parts marked; an empty query shows all, as they come. */
const found = <Thing extends Named>(
  things: readonly Thing[],
  query: string,
  chosen: readonly Choice[],
  limit?: number,
) =>
  search(
    prepareSearch(things, ({ name }) => name),
    query,
    limit,
  ).map(({ item, ranges }) => ({
    item,
    option: { key: item.id, label: item.name, ranges, selected: isChosen(chosen, item.id) } satisfies Option,
  }));

/** Projects under their clients; with nothing typed those used last come first. */
export function projectOptions(
  query: string,
  projects: readonly Project[],
  clients: readonly Client[],
  recent: readonly Id[],
  chosen: readonly Choice[],
): Option[] {
  const clientName = new Map(clients.map(({ id, name }) => [id, name]));
  const usedAt = new Map(recent.map((id, index) => [id, index]));
  const orderOf = (project: Project) => usedAt.get(project.id) ?? recent.length;
  const open = projects.filter((project) => !project.archived).toSorted((a, b) => orderOf(a) - orderOf(b));
  const groups = new Map<string, Option[]>();
  for (const { item, option } of found(open, query, chosen)) {
    const group = clientName.get(item.clientId ?? '') ?? '';
    const grouped = { ...option, colour: item.colour, ...(group ? { group } : {}) };
    const members = groups.get(group);
    if (members) members.push(grouped);
    else groups.set(group, [grouped]);
  }
  return [
    ...noneOption(query, 'noProject', chosen).map((none) => ({ ...none, colour: null })),
    ...[...groups.values()].flat(),
    ...createOption(
      query,
      projects.map(({ name }) => name),
      'createProject',
    ),
  ];
}

interface Wording {
  /** Absent where several can be chosen. */
  readonly none?: Word;
  readonly create: Word;
}

/** Options for things without colour and group. */
export function plainOptions(
  query: string,
  things: readonly Named[],
  chosen: readonly Choice[],
  words: Wording,
): Option[] {
  return [
    ...(words.none ? noneOption(query, words.none, chosen) : []),
    ...found(things, query, chosen, LIMIT).map(({ option }) => option),
    ...createOption(
      query,
      [...things.map(({ name }) => name), ...chosen.map((choice) => ('create' in choice ? choice.create : ''))],
      words.create,
    ),
  ];
}
