import type { Client, Project, Tag, Task } from '../../../lib/domain/catalogue.ts';
import type { RunningEntry, TimeEntry } from '../../../lib/domain/entry.ts';
import type { Favourite } from '../../../lib/domain/favourite.ts';
import type { Paused } from '../../../lib/domain/paused.ts';
import type { Command, WorkInput } from '../../../lib/messaging/commands.ts';
import { type Disk, emptyDisk, Fate } from '../storage/memory.ts';
import { MemoryWorker } from '../storage/worker.ts';

export const T0 = Date.UTC(2026, 10, 19, 9);
export const MINUTE = 60_000;
/** The day of T0. */
export const DAY = '2026-11-19';

export const work = (description = '', more: Partial<WorkInput> = {}): WorkInput => ({
  description,
  project: null,
  task: null,
  tags: [],
  billable: false,
  ...more,
});

export interface Exported {
  readonly running: RunningEntry | null;
  readonly paused: Paused | null;
  readonly favourites: readonly Favourite[];
  readonly entries: readonly TimeEntry[];
  readonly clients: readonly Client[];
  readonly projects: readonly Project[];
  readonly tasks: readonly Task[];
  readonly tags: readonly Tag[];
}

/** A person in front of a worker in memory; each thing they do takes a minute. */
export class Person {
  readonly disk: Disk = emptyDisk();
  worker = new MemoryWorker(this.disk, new Fate());
  now = T0;

  /** @returns the reason when it was refused */
  async does(command: Command): Promise<string | null> {
    this.now += MINUTE;
    const said = await this.worker.send(command, this.now);
    return said === 'refused' ? (this.worker.refusals.at(-1) ?? 'refused') : null;
  }

  /** Adds an entry from one minute after T0 to another. */
  async tracked(from: number, to: number, description = '', more: Partial<WorkInput> = {}): Promise<TimeEntry> {
    const before = new Set((await this.has()).entries.map(({ id }) => id));
    await this.does({
      type: 'entry.add',
      work: work(description, more),
      start: T0 + from * MINUTE,
      end: T0 + to * MINUTE,
    });
    const added = (await this.has()).entries.find(({ id }) => !before.has(id));
    if (!added) throw new Error('nothing was added');
    return added;
  }

  export = (): Promise<string> => this.worker.export();
  has = async (): Promise<Exported> => JSON.parse(await this.export());
  restartsTheBrowser(): void {
    this.worker = new MemoryWorker(this.disk, new Fate());
  }
}

export const at = ({ id }: TimeEntry, day = DAY) => ({ day, id });
/** Start and end in minutes after T0. */
export const minutesOf = ({ start, end }: TimeEntry): [number, number] => [(start - T0) / MINUTE, (end - T0) / MINUTE];
