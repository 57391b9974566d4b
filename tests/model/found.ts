import type { TimeEntry } from '../../lib/domain/entry.ts';
import type { Choice, WorkInput } from '../../lib/messaging/commands.ts';
import type { Exported } from '../unit/background/person.ts';
import { dayAt, type Piece, plain, type State, type Stretch } from './state.ts';

const named = (things: readonly { id: string; name: string }[], id: string | null): string | null =>
  id === null ? null : (things.find((thing) => thing.id === id)?.name ?? `gone ${id}`);

/** What the real thing holds, in the model's words, and the way from those back to ids. */
export class Found {
  readonly has: Exported & { readonly settings: { readonly awayAfter: number } };

  constructor(text: string) {
    this.has = JSON.parse(text);
  }

  piece(work: Pick<TimeEntry, 'description' | 'projectId' | 'taskId' | 'tagIds' | 'billable'>): Piece {
    const { projects, tasks, tags } = this.has;
    return {
      what: work.description,
      project: named(projects, work.projectId),
      task: named(tasks, work.taskId),
      tags: work.tagIds.map((id) => named(tags, id) ?? ''),
      billable: work.billable,
    };
  }

  #entryLine = (entry: TimeEntry): string =>
    line({ ...this.piece(entry), start: entry.start, end: entry.end }, entry.id === this.has.paused?.entry.id);

  /** As text, to be compared with that of the model. */
  asText(): string {
    const { running, entries, favourites, projects, tasks, tags, settings } = this.has;
    return text({
      running: running && line({ ...this.piece(running), start: running.start, end: 0 }, false),
      entries: entries.map(this.#entryLine),
      favourites: favourites.map((favourite) => JSON.stringify(plain(this.piece(favourite)))),
      projects: projects.map(({ name }) => name),
      tasks: tasks.map(({ name, projectId }) => `${named(projects, projectId)}/${name}`),
      tags: tags.map(({ name }) => name),
      awayAfter: settings.awayAfter,
    });
  }

  /** Entries of the model that look alike are alike, but for the one that a break ended. */
  addresses(entries: readonly Stretch[], state: State) {
    const taken = new Set<string>();
    return entries.map((entry) => {
      const wanted = line(entry, state.paused === entry.key);
      const found = this.has.entries.find((each) => !taken.has(each.id) && this.#entryLine(each) === wanted);
      if (!found) throw new Error(`not there: ${wanted}`);
      taken.add(found.id);
      return { day: dayAt(found.start), id: found.id };
    });
  }

  address(entry: Stretch, state: State) {
    const [address] = this.addresses([entry], state);
    if (!address) throw new Error('an entry has no address');
    return address;
  }

  choice(kind: 'projects' | 'tags', name: string): Choice {
    const thing = this.has[kind].find((each) => each.name === name);
    return thing ? { id: thing.id } : { create: name };
  }

  id = (kind: 'projects' | 'tags', name: string): string => {
    const choice = this.choice(kind, name);
    if (!('id' in choice)) throw new Error(`no ${kind} ${name}`);
    return choice.id;
  };

  work({ what, project, task, tags, billable }: Piece): WorkInput {
    return {
      description: what,
      project: project === null ? null : this.choice('projects', project),
      task: project === null || task === null ? null : { create: task },
      tags: tags.map((tag) => this.choice('tags', tag)),
      billable,
    };
  }
}

const line = (entry: Piece & { start: number; end: number }, paused: boolean): string =>
  JSON.stringify({ start: entry.start, end: entry.end, ...plain(entry), ...(paused ? { paused } : {}) });

interface Lines {
  readonly running: string | null;
  readonly entries: readonly string[];
  readonly favourites: readonly string[];
  readonly projects: readonly string[];
  readonly tasks: readonly string[];
  readonly tags: readonly string[];
  readonly awayAfter: number;
}

const text = (lines: Lines): string => {
  const sorted = Object.entries(lines).map(([name, value]) => [
    name,
    Array.isArray(value) && name !== 'favourites' ? value.toSorted() : value,
  ]);
  return JSON.stringify(Object.fromEntries(sorted), null, 1);
};

/** The model in the same words. */
export const textOf = (state: State): string =>
  text({
    running: state.running && line({ ...state.running, end: 0 }, false),
    entries: state.entries.map((entry) => line(entry, entry.key === state.paused)),
    favourites: state.favourites.map((favourite) => JSON.stringify(plain(favourite))),
    projects: state.projects,
    tasks: state.tasks,
    tags: state.tags,
    awayAfter: state.awayAfter,
  });
