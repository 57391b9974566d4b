import type { Id, Work } from './entry.ts';
import type { Settings } from './settings.ts';
import { sameWork } from './timer.ts';

type Others = ReadonlyMap<Id, Id | null>;

/** What stands in the place of things of the catalogue that go: another one, or nothing. */
export interface Replacement {
  readonly projects: Others;
  readonly tasks: Others;
  readonly tags: Others;
}

type Named = Pick<Work, 'projectId' | 'taskId' | 'tagIds'>;

const instead = (id: Id | null, others: Others): Id | null => {
  const other = id === null ? null : others.get(id);
  return other === undefined ? id : other;
};

/** The fields of a piece of work that name something else now; null when all stay. */
export function renamed(work: Named, { projects, tasks, tags }: Replacement): Partial<Named> | null {
  const projectId = instead(work.projectId, projects);
  const taskId = instead(work.taskId, tasks);
  const fields: Partial<Named> = {
    ...(projectId === work.projectId ? {} : { projectId }),
    ...(taskId === work.taskId ? {} : { taskId }),
    ...(work.tagIds.some((id) => tags.has(id))
      ? { tagIds: [...new Set(work.tagIds.flatMap((id) => instead(id, tags) ?? []))] }
      : {}),
  };
  return Object.keys(fields).length === 0 ? null : fields;
}

/** A list of works with what they name replaced; those that became the same are one, the first. The very list when nothing changes. */
export function renamedWorks<T extends Work>(works: readonly T[], replacement: Replacement): readonly T[] {
  const { projects, tasks, tags } = replacement;
  if (projects.size + tasks.size + tags.size === 0) return works;
  const next = works.map((work) => {
    const fields = renamed(work, replacement);
    return fields === null ? work : { ...work, ...fields };
  });
  if (next.every((work, i) => work === works[i])) return works;
  return next.filter((work, i) => next.findIndex((other) => sameWork(other, work)) === i);
}

/** Settings that name a project; a goal of a project that is gone goes with it. The very object when nothing changes. */
export function renamedSettings(settings: Settings, { projects }: Replacement): Settings {
  const { defaultProjectId, pomodoro, goals } = settings;
  const named = [defaultProjectId, pomodoro.restProjectId, ...goals.map(({ projectId }) => projectId)];
  if (!named.some((id) => id !== null && projects.has(id))) return settings;
  const kept = goals.flatMap((goal) => {
    const projectId = instead(goal.projectId, projects);
    return goal.projectId !== null && projectId === null ? [] : [{ ...goal, projectId }];
  });
  const isFirst = (goal: (typeof kept)[number]): boolean =>
    kept.find((other) => other.projectId === goal.projectId && other.per === goal.per) === goal;
  return {
    ...settings,
    defaultProjectId: instead(defaultProjectId, projects),
    pomodoro: { ...pomodoro, restProjectId: instead(pomodoro.restProjectId, projects) },
    goals: kept.filter(isFirst),
  };
}

/** The part of a report's address that holds its choices, with ids that are now others; what is gone stays named and matches nothing. */
export function renamedQuery(query: string, { projects, tasks, tags }: Replacement): string {
  let renamedText = query;
  for (const [from, to] of [...projects, ...tasks, ...tags]) {
    if (to !== null) renamedText = renamedText.replaceAll(from, to);
  }
  return renamedText;
}
