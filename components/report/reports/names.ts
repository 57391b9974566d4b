import { byId, type CatalogueById } from '../../../lib/domain/by-id.ts';
import type { Client, Project } from '../../../lib/domain/catalogue.ts';
import { addDays } from '../../../lib/domain/civil.ts';
import { nextColour } from '../../../lib/domain/colours.ts';
import type { Id } from '../../../lib/domain/entry.ts';
import { codesOf } from '../../../lib/domain/project-code.ts';
import { type Dimension, NONE } from '../../../lib/domain/report/dimension.ts';
import { daysText, monthText, shortDay } from '../../../lib/domain/report/range-text.ts';
import { t } from '../../../lib/platform/words.ts';
import { type Formats, rangeWords } from './formats.ts';

/** How what stands under a key is called and drawn. */
export interface Names {
  readonly name: (dimension: Dimension, key: string) => string;
  /** Quiet words beside the name: a project's client, a task's project. */
  readonly detail: (dimension: Dimension, key: string) => string;
  /** Two letters for each of those that are shown together. */
  readonly codes: (dimension: Dimension, keys: readonly string[]) => ReadonlyMap<string, string>;
  /** Index into the palette; null: none. */
  readonly colour: (dimension: Dimension, key: string) => number | null;
}

/** Clients have no colour of their own: they take the palette's in turn, as new projects do. */
function clientColours(clients: CatalogueById['client']): ReadonlyMap<Id, number> {
  const colours = new Map<Id, number>();
  for (const id of clients.keys()) colours.set(id, nextColour([...colours.values()].slice(-12 * 4)));
  return colours;
}

export function namesOf(catalogue: CatalogueById, formats: Formats): Names {
  const { client: clients, project: projects, task: tasks, tag: tags } = catalogue;
  const colours = clientColours(clients);
  const projectOfTask = (key: string) => projects.get(tasks.get(key)?.projectId ?? '');
  const name: Names['name'] = (dimension, key) => {
    if (dimension === 'day') return shortDay(key, formats);
    if (dimension === 'month') return monthText(key, formats);
    if (dimension === 'week') return rangeWords(daysText({ first: key, last: addDays(key, 6) }, formats, 'short'));
    if (dimension === 'description') return key || t('noDescription');
    if (dimension === 'client') return clients.get(key)?.name ?? t('noClient');
    if (dimension === 'project') return projects.get(key)?.name ?? t('noProject');
    if (dimension === 'task') return tasks.get(key)?.name ?? t('noTask');
    return tags.get(key)?.name ?? t('noTag');
  };
  return {
    name,
    detail: (dimension, key) => {
      if (dimension === 'project') return clients.get(projects.get(key)?.clientId ?? '')?.name ?? '';
      return dimension === 'task' ? (projectOfTask(key)?.name ?? '') : '';
    },
    codes: (dimension, keys) => {
      const coded = (key: string): Client | Project | undefined =>
        dimension === 'client' ? clients.get(key) : dimension === 'task' ? projectOfTask(key) : projects.get(key);
      const shown = byId(keys.flatMap((key) => coded(key) ?? []));
      const codes = codesOf([...shown.values()]);
      return new Map(keys.map((key) => [key, codes.get(coded(key)?.id ?? '') ?? (key === NONE ? '–' : '')]));
    },
    colour: (dimension, key) => {
      if (dimension === 'project') return projects.get(key)?.colour ?? null;
      if (dimension === 'task') return projectOfTask(key)?.colour ?? null;
      return dimension === 'client' ? (colours.get(key) ?? null) : null;
    },
  };
}
