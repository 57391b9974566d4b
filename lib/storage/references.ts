import type { CatalogueKind } from '../domain/catalogue.ts';
import { EVERY_DAY } from '../domain/days.ts';
import type { Id, TimeEntry, Work } from '../domain/entry.ts';
import type { Settings } from '../domain/settings.ts';
import { type Change, isThingChange, type SingleKind } from './changes.ts';
import { edited, editsByDay } from './page-edits.ts';
import type { JournalReader, Singles } from './reader.ts';

interface Named {
  readonly kind: CatalogueKind;
  readonly id: Id;
}

const namedBy = (work: Partial<Work>): Named[] => [
  ...(work.projectId ? [{ kind: 'project', id: work.projectId } as const] : []),
  ...(work.taskId ? [{ kind: 'task', id: work.taskId } as const] : []),
  ...(work.tagIds ?? []).map((id) => ({ kind: 'tag', id }) as const),
];

const projects = (ids: readonly (Id | null)[]): Named[] => ids.flatMap((id) => (id ? [{ kind: 'project', id }] : []));

const namedBySettings = ({ defaultProjectId, pomodoro, goals }: Settings): Named[] =>
  projects([defaultProjectId, pomodoro.restProjectId, ...goals.map(({ projectId }) => projectId)]);

/** What the state a change leads to names of the catalogue. */
function namedAfter(change: Change): Named[] {
  switch (change.kind) {
    case 'entry':
    case 'running':
      return namedBy(change.after ?? {});
    case 'entries':
      return namedBy(change.after);
    case 'favourites':
      return change.after.flatMap(namedBy);
    case 'settings':
      return namedBySettings(change.after);
    case 'project':
      return change.after?.clientId ? [{ kind: 'client', id: change.after.clientId }] : [];
    case 'task':
      return projects([change.after?.projectId ?? null]);
    default:
      return [];
  }
}

/** Whether something these changes lead to names what is not, and will not be, in the catalogue. */
export async function namesWhatIsGone(reader: JournalReader, changes: readonly Change[]): Promise<boolean> {
  const coming = new Set<Id>();
  for (const change of changes) if (isThingChange(change) && change.after) coming.add(change.after.id);
  for (const { kind, id } of changes.flatMap(namedAfter)) {
    if (!coming.has(id) && !(await reader.thing(kind, id))) return true;
  }
  return false;
}

/** Whether something that stays names what these changes take out of the catalogue. */
export async function usesWhatGoes(reader: JournalReader, changes: readonly Change[]): Promise<boolean> {
  const going = new Set<Id>();
  for (const change of changes)
    if (isThingChange(change) && !change.after && change.before) going.add(change.before.id);
  if (going.size === 0) return false;
  const uses = (named: readonly Named[]): boolean => named.some(({ id }) => going.has(id));
  const after = async <K extends SingleKind>(kind: K): Promise<Singles[K]> => {
    const change = changes.findLast((one) => one.kind === kind);
    return change ? (change.after as Singles[K]) : reader.single(kind);
  };
  const works: readonly Partial<Work>[] = [(await after('running')) ?? {}, ...(await after('favourites'))];
  if (uses(works.flatMap(namedBy)) || uses(namedBySettings(await after('settings')))) return true;
  return (await thingsUse(reader, changes, going)) || entriesUse(reader, changes, (entry) => uses(namedBy(entry)));
}

async function thingsUse(reader: JournalReader, changes: readonly Change[], going: ReadonlySet<Id>): Promise<boolean> {
  const owners = new Map<Id, Id | null>();
  for (const { id, clientId } of await reader.things('project')) owners.set(id, clientId);
  for (const { id, projectId } of await reader.things('task')) owners.set(id, projectId);
  for (const { kind, after } of changes.filter(isThingChange)) {
    if (kind === 'project' && after) owners.set(after.id, after.clientId);
    if (kind === 'task' && after) owners.set(after.id, after.projectId);
  }
  return [...owners]
    .map(([id, owner]) => ({ id, owner }))
    .some(({ id, owner }) => owner !== null && going.has(owner) && !going.has(id));
}

async function entriesUse(
  reader: JournalReader,
  changes: readonly Change[],
  uses: (entry: TimeEntry) => boolean,
): Promise<boolean> {
  const edits = editsByDay(changes);
  let used = false;
  await reader.eachPage(EVERY_DAY.first, ({ day, entries }) => {
    used ||= edited(entries, edits.get(day) ?? []).some(uses);
  });
  return used;
}
