import { byId } from '../domain/by-id.ts';
import type { Client, Project, Task } from '../domain/catalogue.ts';
import type { Day, Id, TimeEntry } from '../domain/entry.ts';
import { type Rate, resolveRate } from '../domain/rate.ts';
import type { Change } from '../storage/changes.ts';
import type { JournalReader } from '../storage/reader.ts';
import { changeEntries } from './many-entries.ts';

/** What was given another rate, as it will be. */
export type Rerated =
  | { readonly kind: 'default'; readonly after: { readonly rate: Rate | null } }
  | { readonly kind: 'client'; readonly after: Client }
  | { readonly kind: 'project'; readonly after: Project }
  | { readonly kind: 'task'; readonly after: Task };

interface ManyRerated {
  readonly changes: readonly Change[];
  readonly entries: number;
}

const none: ManyRerated = { changes: [], entries: 0 };

/** The rates of everything, after the change. */
interface Rates {
  readonly tasks: ReadonlyMap<Id, Task>;
  readonly projects: ReadonlyMap<Id, Project>;
  readonly clients: ReadonlyMap<Id, Client>;
  readonly standard: Rate | null;
}

/**
 * Gives entries the rate that now holds, where the changed rate is the one that decides: nothing more specific is set.
 * What was invoiced keeps its rate.
 * @param from first day; null: no entry that exists already
 * @param made clients that are made by the same command
 */
export async function rerated(
  reader: JournalReader,
  what: Rerated,
  from: Day | null | undefined,
  made: readonly Change[] = [],
): Promise<ManyRerated> {
  if (!from) return none;
  const rates = await ratesAfter(reader, what, made);
  const known = new Map<string, { readonly rate: Rate | null } | null>();
  const decided = ({ projectId, taskId }: Pick<TimeEntry, 'projectId' | 'taskId'>) => {
    const key = `${projectId} ${taskId}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const now = decisive(what, rates, projectId, taskId);
    known.set(key, now);
    return now;
  };
  const many = await changeEntries(reader, from, (entry) => {
    const now = entry.invoice?.locked ? null : decided(entry);
    return now && !sameRate(now.rate, entry.rate) ? now : null;
  });
  const running = await reader.running();
  const now = running && decided(running);
  if (!running || !now || sameRate(now.rate, running.rate)) return many;
  return {
    ...many,
    changes: [...many.changes, { kind: 'running', before: running, after: { ...running, ...now } }],
  };
}

async function ratesAfter(reader: JournalReader, what: Rerated, made: readonly Change[]): Promise<Rates> {
  const tasks = byId(await reader.things('task'));
  const projects = byId(await reader.things('project'));
  const clients = byId(await reader.things('client'));
  for (const change of made) if (change.kind === 'client' && change.after) clients.set(change.after.id, change.after);
  if (what.kind === 'task') tasks.set(what.after.id, what.after);
  if (what.kind === 'project') projects.set(what.after.id, what.after);
  if (what.kind === 'client') clients.set(what.after.id, what.after);
  const standard = what.kind === 'default' ? what.after.rate : (await reader.settings()).defaultRate;
  return { tasks, projects, clients, standard };
}

/** The rate that holds for a task and project; null when the changed one does not decide it. */
function decisive(
  what: Rerated,
  { tasks, projects, clients, standard }: Rates,
  projectId: Id | null,
  taskId: Id | null,
): { readonly rate: Rate | null } | null {
  const task = (taskId && tasks.get(taskId)) || null;
  const project = (projectId && projects.get(projectId)) || null;
  const client = (project?.clientId && clients.get(project.clientId)) || null;
  const levels = [
    { kind: 'task', thing: task },
    { kind: 'project', thing: project },
    { kind: 'client', thing: client },
  ] as const;
  for (const { kind, thing } of levels) {
    if (kind === what.kind) {
      return thing?.id === what.after.id ? { rate: resolveRate(task, project, client, standard) } : null;
    }
    if (thing?.rate) return null;
  }
  return what.kind === 'default' ? { rate: standard } : null;
}

const sameRate = (a: Rate | null, b: Rate | null): boolean => a?.amount === b?.amount && a?.currency === b?.currency;
