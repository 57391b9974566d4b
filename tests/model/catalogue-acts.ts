import { type Acts, pick } from './act.ts';
import { rename, type State } from './state.ts';

export const catalogueActs = {
  setting: (state, [a]) => ({
    command: () => ({ type: 'settings.update', changes: { awayAfter: (a % 100) + 1 } }),
    next: () => ({ ...state, awayAfter: (a % 100) + 1 }),
  }),
  renameProject: (state, [a, b]) => {
    const project = pick(state.projects, a);
    const name = `renamed ${b}`;
    if (project === undefined || state.projects.includes(name)) return null;
    return {
      command: (found) => ({ type: 'project.update', id: found.id('projects', project), changes: { name } }),
      next: () => projectTo(state, project, name, true),
    };
  },
  mergeProjects: (state, [a, b]) => {
    const [from, into] = [pick(state.projects, a), pick(state.projects, b)];
    if (from === undefined || into === undefined || from === into) return null;
    return {
      command: ({ id }) => ({
        type: 'catalogue.merge',
        kind: 'project',
        from: id('projects', from),
        into: id('projects', into),
      }),
      next: () => projectTo(state, from, into, true),
    };
  },
  deleteProject: (state, [a, b]) => {
    const [gone, other] = [pick(state.projects, a), pick(state.projects, b)];
    if (gone === undefined) return null;
    const instead = other === undefined || other === gone ? null : other;
    return {
      command: ({ id }) => ({
        type: 'catalogue.delete',
        kind: 'project',
        id: id('projects', gone),
        instead: instead && id('projects', instead),
      }),
      next: () => projectTo(state, gone, instead, false),
    };
  },
  deleteTag: (state, [a, b]) => {
    const [gone, other] = [pick(state.tags, a), pick(state.tags, b)];
    if (gone === undefined) return null;
    const instead = other === undefined || other === gone ? null : other;
    return {
      command: ({ id }) => ({
        type: 'catalogue.delete',
        kind: 'tag',
        id: id('tags', gone),
        instead: instead && id('tags', instead),
      }),
      next: () => {
        const to = (tags: readonly string[]): string[] => [
          ...new Set(tags.flatMap((tag) => (tag === gone ? (instead ?? []) : tag))),
        ];
        return { ...rename(state, ({ tags }) => ({ tags: to(tags) })), tags: state.tags.filter((tag) => tag !== gone) };
      },
    };
  },
} as const satisfies Acts;

/** A project becomes another one, with its tasks or only with those the other has too; null: no project. */
function projectTo(state: State, from: string, into: string | null, keepTasks: boolean): State {
  const moved = state.tasks.filter((task) => task.startsWith(`${from}/`)).map((task) => task.slice(from.length + 1));
  const kept = (task: string | null): string | null =>
    into !== null && task !== null && (keepTasks || state.tasks.includes(`${into}/${task}`)) ? task : null;
  const renamed = rename(state, (piece) => (piece.project === from ? { project: into, task: kept(piece.task) } : {}));
  const others = state.tasks.filter((task) => !task.startsWith(`${from}/`));
  const over = moved.flatMap((task) => (kept(task) === null ? [] : `${into}/${task}`));
  return {
    ...renamed,
    projects: [...new Set(state.projects.flatMap((project) => (project === from ? (into ?? []) : project)))],
    tasks: [...new Set([...others, ...over])],
  };
}
