import type { CatalogueKind } from '../domain/catalogue.ts';
import type { Day, Id, Work } from '../domain/entry.ts';
import type { ImportNote } from '../domain/import-note.ts';
import { refuse } from '../domain/refusal.ts';
import type { CommandOf } from '../messaging/commands.ts';
import type { Change, ThingChange } from '../storage/changes.ts';
import type { JournalReader } from '../storage/reader.ts';
import type { Handler } from './context.ts';

/** Things that what stays names. */
type Used = Set<Id>;

export const takeBackImport: Handler<CommandOf<'import.takeBack'>> = async (reader, { importId }) => {
  const before = await reader.single('imports');
  const note = before.find(({ id }) => id === importId);
  if (!note) return refuse('importGone');
  const used: Used = new Set();
  const days = await daysOf(reader, importId, used);
  const running = await reader.running();
  if (running) use(used, running);
  for (const favourite of await reader.single('favourites')) use(used, favourite);
  const things = await unusedOf(reader, note, used);
  const after = before.filter(({ id }) => id !== importId);
  return {
    changes: [{ kind: 'import', importId, before: days, after: null }, ...things, { kind: 'imports', before, after }],
    result: {},
  };
};

function use(used: Used, { projectId, taskId, tagIds }: Work): void {
  if (projectId) used.add(projectId);
  if (taskId) used.add(taskId);
  for (const id of tagIds) used.add(id);
}

/** Days on which entries of the import stand, wherever a person moved them; what all others name is noted. */
async function daysOf(reader: JournalReader, importId: Id, used: Used): Promise<Day[]> {
  const days: Day[] = [];
  for await (const { pages } of reader.allPages()) {
    for (const { day, entries } of pages) {
      for (const entry of entries) if (entry.importId !== importId) use(used, entry);
      if (entries.some((entry) => entry.importId === importId)) days.push(day);
    }
  }
  return days;
}

/** What the import made and nothing uses: tasks before their projects, projects before their clients. */
async function unusedOf(reader: JournalReader, { made }: ImportNote, used: Used): Promise<Change[]> {
  const gone = async (kind: CatalogueKind): Promise<ThingChange[]> => {
    const ids = new Set(made[kind].filter((id) => !used.has(id)));
    const things = ids.size > 0 ? await reader.things(kind) : [];
    return things.filter(({ id }) => ids.has(id)).map((before) => ({ kind, before, after: null }) as ThingChange);
  };
  const stay = async (kind: 'task' | 'project', going: readonly ThingChange[]) => {
    const leaving = new Set(going.map(({ before }) => before?.id));
    return (await reader.things(kind)).filter(({ id }) => !leaving.has(id));
  };
  const tags = await gone('tag');
  const tasks = await gone('task');
  for (const task of await stay('task', tasks)) if ('projectId' in task) used.add(task.projectId);
  const projects = await gone('project');
  for (const project of await stay('project', projects)) {
    if ('clientId' in project && project.clientId) used.add(project.clientId);
  }
  return [...tags, ...tasks, ...projects, ...(await gone('client'))];
}
