import type { CatalogueKind, CatalogueThings, Client, Project, Tag, Task, Things } from '../catalogue.ts';
import { nextColour } from '../colours.ts';
import type { Id, Instant } from '../entry.ts';
import { fold } from '../fold.ts';

type Lists = { [K in CatalogueKind]: CatalogueThings[K][] };

export interface Making {
  readonly now: Instant;
  readonly newId: () => Id;
  /** The numbers given out last. */
  readonly numbers: Readonly<Record<CatalogueKind, number>>;
}

const exact = (...names: readonly string[]): string => names.map((name) => name.trim()).join('\n');
const alike = (...names: readonly string[]): string => names.map((name) => fold(name.trim())).join('\n');

/** Things by name: those of the file by their very names, those that were there also whatever their case and accents. */
class ByName<T> {
  readonly #exact = new Map<string, T>();
  readonly #alike = new Map<string, T>();

  there(thing: T, ...names: readonly string[]): void {
    this.#exact.set(exact(...names), thing);
    if (!this.#alike.has(alike(...names))) this.#alike.set(alike(...names), thing);
  }

  made(thing: T, ...names: readonly string[]): T {
    this.#exact.set(exact(...names), thing);
    return thing;
  }

  find = (...names: readonly string[]): T | undefined =>
    this.#exact.get(exact(...names)) ?? this.#alike.get(alike(...names));
}

/** Finds things of the catalogue by their names and makes those that are missing. */
export class CatalogueByName {
  readonly made: Lists = { client: [], project: [], task: [], tag: [] };
  readonly #making: Making;
  readonly #clients = new ByName<Client>();
  readonly #projects = new ByName<Project>();
  /** By name alone; null: several have it. */
  readonly #onlyOnes = new Map<string, Project | null>();
  readonly #tasks = new ByName<Task>();
  readonly #tags = new ByName<Tag>();
  readonly #colours: number[];

  constructor(there: Things, making: Making) {
    this.#making = making;
    this.#colours = there.project.map(({ colour }) => colour);
    const clientNames = new Map(there.client.map((client) => [client.id, client.name]));
    for (const client of there.client) this.#clients.there(client, client.name);
    for (const project of there.project) {
      this.#projects.there(project, clientNames.get(project.clientId ?? '') ?? '', project.name);
      this.#onlyOnes.set(alike(project.name), this.#onlyOnes.has(alike(project.name)) ? null : project);
    }
    for (const task of there.task) this.#tasks.there(task, task.projectId, task.name);
    for (const tag of there.tag) this.#tags.there(tag, tag.name);
  }

  #named(kind: CatalogueKind, name: string) {
    const { now, newId, numbers } = this.#making;
    const number = numbers[kind] + this.made[kind].length + 1;
    return { id: newId(), number, name: name.trim(), created: now, changed: now };
  }

  client(name: string): Client | null {
    if (name.trim() === '') return null;
    const known = this.#clients.find(name);
    if (known) return known;
    const client: Client = { ...this.#named('client', name), notes: '', rate: null, archived: false };
    this.made.client.push(client);
    return this.#clients.made(client, name);
  }

  /**
   * @param client null: the file does not say whose projects are; then the only one of the name is meant
   * @param billable what a new project's entries are by default
   */
  project(name: string, client: string | null, billable: boolean): Project | null {
    if (name.trim() === '') return null;
    const only = client === null ? this.#onlyOnes.get(alike(name)) : null;
    const known = only ?? this.#projects.find(client ?? '', name);
    if (known) return known;
    const colour = nextColour(this.#colours);
    const project: Project = {
      ...this.#named('project', name),
      ...{ notes: '', code: null, estimate: null, clientId: this.client(client ?? '')?.id ?? null },
      ...{ colour, billable, rate: null, archived: false },
    };
    this.#colours.push(colour);
    this.made.project.push(project);
    return this.#projects.made(project, client ?? '', name);
  }

  /** Only a project has tasks. */
  task(name: string, project: Project | null): Task | null {
    if (name.trim() === '' || !project) return null;
    const known = this.#tasks.find(project.id, name);
    if (known) return known;
    const task: Task = { ...this.#named('task', name), projectId: project.id, rate: null, done: false };
    this.made.task.push(task);
    return this.#tasks.made(task, project.id, name);
  }

  tag(name: string): Tag {
    const known = this.#tags.find(name);
    if (known) return known;
    const tag: Tag = { ...this.#named('tag', name), archived: false };
    this.made.tag.push(tag);
    return this.#tags.made(tag, name);
  }
}
