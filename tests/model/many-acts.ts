import type { Act, Acts, Dice } from './act.ts';
import { naming, type State, type Stretch } from './state.ts';

export const manyActs = {
  updateMany: (state, dice) => updateManyAct(state, dice),
  deleteMany: (state, [a, b]) => {
    const chosen = state.entries.filter((_, i) => (i + a) % (2 + (b % 3)) === 0);
    if (chosen.length === 0) return null;
    const keys = new Set(chosen.map(({ key }) => key));
    return {
      command: (found) => ({ type: 'entries.delete', entries: found.addresses(chosen, state) }),
      next: () => ({
        ...state,
        entries: state.entries.filter(({ key }) => !keys.has(key)),
        paused: keys.has(state.paused ?? -1) ? null : state.paused,
      }),
    };
  },
} as const satisfies Acts;

function updateManyAct(state: State, dice: Dice): Act | null {
  const [a, b, c] = dice;
  const chosen = state.entries.filter((_, i) => (i + a) % (1 + (b % 3)) === 0);
  if (chosen.length === 0) return null;
  const project = c % 4 === 0 ? undefined : c % 4 === 1 ? null : `project ${c % 3}`;
  const [add, remove] = [[`tag ${a % 3}`], state.tags.filter((_, i) => i === b % 3)];
  const keys = new Set(chosen.map(({ key }) => key));
  return {
    command: (found) => ({
      type: 'entries.update',
      entries: found.addresses(chosen, state),
      work: {
        ...(project === undefined ? {} : { project: project === null ? null : found.choice('projects', project) }),
        tags: {
          add: add.map((tag) => found.choice('tags', tag)),
          remove: remove.map((tag) => found.choice('tags', tag)),
        },
      },
    }),
    next: () => {
      const named = naming(state, { what: '', project: project ?? null, task: null, tags: add, billable: false });
      const entries = state.entries.map((entry) => {
        if (!keys.has(entry.key)) return entry;
        const tags = [...new Set([...entry.tags, ...add])].filter((tag) => !remove.includes(tag));
        const same = project === undefined || project === entry.project;
        return { ...entry, tags, ...(same ? {} : { project, task: null }) };
      });
      const nothing =
        JSON.stringify({ ...state, entries: state.entries.map(plainEntry) }) ===
        JSON.stringify({ ...named, entries: entries.map(plainEntry) });
      return nothing ? state : { ...named, entries };
    },
  };
}

const plainEntry = (entry: Stretch) => ({ ...entry, tags: [...entry.tags].sort() });
