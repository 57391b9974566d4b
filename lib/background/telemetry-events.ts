import type { Client, Project, Task } from '../domain/catalogue.ts';
import type { Id, RunningEntry, TimeEntry } from '../domain/entry.ts';
import type { Change } from '../storage/changes.ts';
import type { EventName } from '../telemetry/index.ts';

type Thing = { readonly kind: 'entry'; readonly it: TimeEntry | RunningEntry } | ThingOfCatalogue;
type ThingOfCatalogue =
  | { readonly kind: 'client'; readonly it: Client }
  | { readonly kind: 'project'; readonly it: Project }
  | { readonly kind: 'task'; readonly it: Task };

/** Something worth telling telemetry, and what it is about; numbered in telemetry-numbers.ts. */
export interface Happening {
  readonly name: EventName;
  readonly about: Thing | null;
}

/** Commands whose started timer is one that goes on with earlier work. */
const continues = new Set(['timer.continue', 'timer.toggle', 'timer.resume']);
/** Nothing is told of these by what they change: a page tells of the whole, and taking back is no event. */
const silent = /^(undo|redo|import|backup|data)\b/;
/** Of these only the answer is told: what becomes of the entries follows from it. */
const answers = /^away\./;
/** Entries that these change follow from the catalogue or a setting: nobody corrected them. */
const notAboutEntries = /^(client|project|task|tag|catalogue|rate|settings)\b/;

/**
 * What a command did, as events: from its changes, so that a new command needs nothing here. Each event at most once a
 * command, about the last thing it fits: how many a bulk change concerned is not told, for no count ever is.
 */
export function happeningsOf(command: string, changes: readonly Change[]): Happening[] {
  if (silent.test(command)) return [];
  const all = changes.flatMap((change) => {
    if (change.kind === 'settings') return told('settings.updated');
    if (change.kind === 'away') return answers.test(command) ? told('idle.resolved', entryAsked(changes)) : [];
    if (change.kind === 'client' || change.kind === 'project' || change.kind === 'task') return ofCatalogue(change);
    if (answers.test(command) || notAboutEntries.test(command)) return [];
    if (change.kind === 'running') return ofTimer(command, change, changes);
    return change.kind === 'entry' ? ofEntry(change, changes) : [];
  });
  return [...new Map(all.map((happening) => [happening.name, happening])).values()];
}

const told = (name: EventName, about: Thing | null = null): Happening[] => [{ name, about }];
const ofOne = (name: EventName, it: TimeEntry | RunningEntry): Happening[] => told(name, { kind: 'entry', it });

type ChangeOf<K extends Change['kind']> = Extract<Change, { kind: K }>;

function ofTimer(command: string, { before, after }: ChangeOf<'running'>, changes: readonly Change[]): Happening[] {
  if (before && after && before.id === after.id) return ofOne('entry.updated', after);
  const ended = before ? ofOne(wasKept(before.id, changes) ? 'timer.stopped' : 'timer.discarded', before) : [];
  const begun = after ? ofOne(continues.has(command) ? 'timer.continued' : 'timer.started', after) : [];
  return [...ended, ...begun];
}

/** Whether what ran is an entry now. */
const wasKept = (id: Id, changes: readonly Change[]): boolean =>
  changes.some((change) => change.kind === 'entry' && change.after?.id === id);

function ofEntry({ before, after }: ChangeOf<'entry'>, changes: readonly Change[]): Happening[] {
  const id = after?.id ?? before?.id;
  // the same entry as the timer: told above, whichever way it went
  if (changes.some((change) => change.kind === 'running' && (change.before?.id === id || change.after?.id === id))) {
    return [];
  }
  if (before && after) return ofOne('entry.updated', after);
  if (after) return ofOne('entry.created', after);
  return before ? ofOne('entry.deleted', before) : [];
}

function ofCatalogue({ kind, before, after }: ChangeOf<'client' | 'project' | 'task'>): Happening[] {
  const it = after ?? before;
  if (!it) return [];
  const about = { kind, it } as ThingOfCatalogue; // the kind says of each change what it holds
  if (!before) return told(`${kind}.created`, about);
  if (!after) return told(`${kind}.deleted`, about);
  if (kind === 'task') return told(doneDiffers(before, after) ? 'task.status_changed' : 'task.updated', about);
  return told(isNewlyArchived(before, after) ? `${kind}.archived` : `${kind}.updated`, about);
}

const doneDiffers = (before: object, after: object): boolean =>
  'done' in before && 'done' in after && before.done !== after.done;
const isNewlyArchived = (before: object, after: object): boolean =>
  'archived' in before && 'archived' in after && !before.archived && after.archived === true;

/** The entry an away question was about, where its answer changed it. */
function entryAsked(changes: readonly Change[]): Thing | null {
  for (const change of changes) {
    if (change.kind === 'running' && change.before) return { kind: 'entry', it: change.before };
    if (change.kind === 'entry' && change.before) return { kind: 'entry', it: change.before };
  }
  return null;
}
