import { beforeEach, describe, expect, test } from 'vitest';
import type { Client, Project, Tag, Task } from '../../../lib/domain/catalogue.ts';
import type { RunningEntry, TimeEntry } from '../../../lib/domain/entry.ts';
import type { Favourite } from '../../../lib/domain/favourite.ts';
import { defaultSettings, type Settings } from '../../../lib/domain/settings.ts';
import type { Command, WorkInput } from '../../../lib/messaging/commands.ts';
import { type Disk, emptyDisk, Fate } from '../storage/memory.ts';
import { MemoryWorker } from '../storage/worker.ts';

const T0 = Date.UTC(2026, 10, 19, 9);
const MINUTE = 60_000;
const DAY = 86_400_000;

interface Exported {
  readonly settings: Settings;
  readonly running: RunningEntry | null;
  readonly entries: readonly TimeEntry[];
  readonly favourites: readonly Favourite[];
  readonly clients: readonly Client[];
  readonly projects: readonly Project[];
  readonly tasks: readonly Task[];
  readonly tags: readonly Tag[];
}

let disk: Disk;
let worker: MemoryWorker;
let clock: number;
beforeEach(() => {
  disk = emptyDisk();
  worker = new MemoryWorker(disk, new Fate());
  clock = T0;
});

const has = async (): Promise<Exported> => JSON.parse(await worker.export());
function send(command: Command): Promise<string> {
  clock += MINUTE;
  return worker.send(command, clock);
}
const undo = (): Promise<string> => send({ type: 'undo', step: disk.database.header?.n ?? 0 });
const bare: WorkInput = { description: 'a', project: null, task: null, tags: [], billable: true };

async function track(work: Partial<WorkInput>, day = 0): Promise<void> {
  clock = T0 + day * DAY;
  await send({ type: 'timer.start', work: { ...bare, ...work } });
  clock += 59 * MINUTE;
  await send({ type: 'timer.stop' });
}

function idOf(things: readonly { readonly id: string; readonly name: string }[], name: string): string {
  const found = things.find((thing) => thing.name === name);
  if (!found) throw new Error(`nothing is called ${name}`);
  return found.id;
}
const project = async (name: string): Promise<string> => idOf((await has()).projects, name);
const client = async (name: string): Promise<string> => idOf((await has()).clients, name);
const eur = (euros: number) => ({ amount: euros * 100, currency: 'EUR' });

describe('making and changing', () => {
  test('a project gets a colour of its own, its client in the same commit, and what else is said', async () => {
    const fields = {
      name: 'Portal',
      client: { create: 'Osei' },
      rate: eur(125),
      estimate: { ms: 3_600_000 },
      code: 'PP',
    };
    await send({ type: 'project.create', fields });
    await send({ type: 'project.create', fields: { name: 'Checkout' } });
    const { projects, clients } = await has();
    expect(projects).toMatchObject([
      { name: 'Portal', clientId: clients[0]?.id, colour: 8, rate: eur(125), estimate: { ms: 3_600_000 }, code: 'PP' },
      { name: 'Checkout', clientId: null, colour: 2, rate: null, archived: false, notes: '' },
    ]);
    expect(disk.database.header?.n).toBe(2);
  });

  test('a name that is taken is refused, whatever its case and accents; the same name for another client is not', async () => {
    await send({ type: 'project.create', fields: { name: 'Café', client: { create: 'Osei' } } });
    await send({ type: 'project.create', fields: { name: 'cafe', client: { create: 'Osei' } } });
    await send({ type: 'client.create', fields: { name: 'OSEI' } });
    expect(worker.refusals).toEqual(['nameTaken', 'nameTaken']);
    expect(await send({ type: 'project.create', fields: { name: 'cafe' } })).toBe('done');
    await send({ type: 'project.update', id: await project('cafe'), changes: { client: { create: 'osei' } } });
    expect(worker.refusals).toHaveLength(3);
  });

  test('renaming, archiving and bringing back change nothing else', async () => {
    await track({ project: { create: 'Portal' } });
    const before = await has();
    const id = await project('Portal');
    await send({ type: 'project.update', id, changes: { name: 'Patient portal', archived: true } });
    expect((await has()).projects).toMatchObject([{ id, name: 'Patient portal', archived: true }]);
    expect((await has()).entries).toEqual(before.entries);
    await send({ type: 'project.update', id, changes: { archived: false } });
    expect((await has()).projects[0]?.archived).toBe(false);
  });

  test('tasks belong to a project and can be done', async () => {
    await send({ type: 'project.create', fields: { name: 'Portal' } });
    const projectId = await project('Portal');
    await send({ type: 'task.create', projectId, fields: { name: 'Sign-in', rate: eur(90) } });
    const [task] = (await has()).tasks;
    await send({ type: 'task.update', id: task?.id ?? '', changes: { done: true } });
    expect((await has()).tasks).toMatchObject([{ name: 'Sign-in', projectId, done: true, rate: eur(90) }]);
  });
});

describe('merging', () => {
  test('everything that named one project names the other, its tasks go over, and one undo brings all back to the byte', async () => {
    await track({ project: { create: 'Old' }, task: { create: 'Design' }, tags: [{ create: 'x' }] });
    await track({ project: { create: 'Old' }, task: { create: 'Only here' } }, 1);
    await track({ project: { create: 'New' }, task: { create: 'design' } }, 2);
    const from = await project('Old');
    const into = await project('New');
    const goals = [{ projectId: from, per: 'week' as const, ms: 3_600_000 }];
    const pomodoro = { ...defaultSettings.pomodoro, restProjectId: from };
    await send({ type: 'settings.update', changes: { defaultProjectId: from, goals, pomodoro } });
    await send({ type: 'timer.start', work: { ...bare, description: 'now', project: { id: from } } });
    const before = await worker.export();
    expect(await send({ type: 'catalogue.merge', kind: 'project', from, into })).toBe('done');
    const { projects, tasks, entries, running, settings } = await has();
    expect(projects.map(({ id }) => id)).toEqual([into]);
    expect(tasks.map(({ name, projectId }) => [name, projectId])).toEqual([
      ['Only here', into],
      ['design', into],
    ]);
    expect(entries.map(({ projectId, taskId }) => [projectId, taskId])).toEqual([
      [into, tasks[1]?.id],
      [into, tasks[0]?.id],
      [into, tasks[1]?.id],
    ]);
    expect(running?.projectId).toBe(into);
    expect(settings).toMatchObject({ defaultProjectId: into, goals: [{ projectId: into }] });
    expect(settings.pomodoro.restProjectId).toBe(into);
    const recent = disk.copy.items.get('recent')?.value as readonly TimeEntry[];
    expect(new Set(recent.map(({ projectId }) => projectId))).toEqual(new Set([into]));
    expect(await undo()).toBe('done');
    expect(await worker.export()).toBe(before);
  });

  test('a tag that stood beside the other stands once', async () => {
    await track({ tags: [{ create: 'bug' }, { create: 'bugs' }] });
    const { tags } = await has();
    const [from, into] = [idOf(tags, 'bugs'), idOf(tags, 'bug')];
    await send({ type: 'catalogue.merge', kind: 'tag', from, into });
    expect((await has()).entries[0]?.tagIds).toEqual([into]);
  });

  test('a client hands over its projects; entries and their rates stay', async () => {
    await track({ project: { create: 'Portal' }, client: { create: 'Osei' } });
    await send({ type: 'client.create', fields: { name: 'Osei Clinic', rate: eur(99) } });
    const before = (await has()).entries;
    const [from, into] = [await client('Osei'), await client('Osei Clinic')];
    await send({ type: 'catalogue.merge', kind: 'client', from, into });
    expect((await has()).projects).toMatchObject([{ clientId: into }]);
    expect((await has()).entries).toEqual(before);
  });

  test('with itself, or tasks of two projects, is refused', async () => {
    await track({ project: { create: 'A' }, task: { create: 'one' } });
    await track({ project: { create: 'B' }, task: { create: 'two' } });
    const a = await project('A');
    const { tasks } = await has();
    await send({ type: 'catalogue.merge', kind: 'project', from: a, into: a });
    await send({ type: 'catalogue.merge', kind: 'task', from: idOf(tasks, 'one'), into: idOf(tasks, 'two') });
    expect(worker.refusals).toEqual(['sameThing', 'taskGone']);
  });
});

describe('deleting', () => {
  test('a project leaves its entries without one, with their time, rate and invoice; undo brings all back', async () => {
    await track({ project: { create: 'Admin' }, task: { create: 'Mail' } });
    await track({ project: { create: 'Admin' } }, 1);
    const before = await worker.export();
    await send({ type: 'catalogue.delete', kind: 'project', id: await project('Admin'), instead: null });
    const { projects, tasks, entries } = await has();
    expect([projects, tasks]).toEqual([[], []]);
    expect(entries).toMatchObject([
      { projectId: null, taskId: null, billable: true },
      { projectId: null, taskId: null },
    ]);
    await undo();
    expect(await worker.export()).toBe(before);
  });

  test('its entries can be given to another project', async () => {
    await track({ project: { create: 'Admin' }, task: { create: 'Mail' } });
    await send({ type: 'project.create', fields: { name: 'Office' } });
    const instead = await project('Office');
    await send({ type: 'catalogue.delete', kind: 'project', id: await project('Admin'), instead });
    expect((await has()).entries).toMatchObject([{ projectId: instead, taskId: null }]);
  });

  test('a goal and the default project go with it', async () => {
    await send({ type: 'project.create', fields: { name: 'Admin' } });
    const id = await project('Admin');
    const goals = [{ projectId: id, per: 'day' as const, ms: 3_600_000 }];
    await send({ type: 'settings.update', changes: { defaultProjectId: id, goals } });
    await send({ type: 'catalogue.delete', kind: 'project', id, instead: null });
    expect((await has()).settings).toMatchObject({ defaultProjectId: null, goals: [] });
  });

  test('is taken back although another setting was changed since, and not when the same one was', async () => {
    await send({ type: 'project.create', fields: { name: 'Admin' } });
    const id = await project('Admin');
    await send({ type: 'settings.update', changes: { defaultProjectId: id } });
    await send({ type: 'catalogue.delete', kind: 'project', id, instead: null });
    const step = disk.database.header?.n ?? 0;
    await send({ type: 'settings.update', changes: { appearance: 'dark' } });
    expect(await send({ type: 'undo', step })).toBe('done');
    expect((await has()).settings).toMatchObject({ defaultProjectId: id, appearance: 'dark' });
    await send({ type: 'catalogue.delete', kind: 'project', id, instead: null });
    const again = disk.database.header?.n ?? 0;
    await send({ type: 'project.create', fields: { name: 'Office' } });
    await send({ type: 'settings.update', changes: { defaultProjectId: await project('Office') } });
    expect(await send({ type: 'undo', step: again })).toBe('refused');
  });

  test('what was made in a step is not taken back once something newer uses it', async () => {
    await send({ type: 'project.create', fields: { name: 'Portal' } });
    const step = disk.database.header?.n ?? 0;
    await track({ project: { id: await project('Portal') } });
    expect(await worker.journal.undo(step)).toEqual({ refused: 'usedSince' });
  });

  test('an entry does not come back to a project that is gone', async () => {
    await track({ project: { create: 'Portal' } });
    const [entry] = (await has()).entries;
    await send({ type: 'entry.delete', entry: { day: '2026-11-19', id: entry?.id ?? '' } });
    const step = disk.database.header?.n ?? 0;
    await send({ type: 'catalogue.delete', kind: 'project', id: await project('Portal'), instead: null });
    expect(await worker.journal.undo(step)).toEqual({ refused: 'changedSince' });
  });
});

describe('rates', () => {
  const rates = async (): Promise<(number | null)[]> => (await has()).entries.map(({ rate }) => rate?.amount ?? null);

  test('the most specific wins and is kept; a changed rate is for new entries only, unless a day is said', async () => {
    await send({ type: 'settings.update', changes: { defaultRate: eur(50) } });
    await track({ project: { create: 'Portal' }, client: { create: 'Osei' } });
    await send({ type: 'client.update', id: await client('Osei'), changes: { rate: eur(80) } });
    await track({ project: { id: await project('Portal') } }, 1);
    expect(await rates()).toEqual([5000, 8000]);
    await send({ type: 'project.update', id: await project('Portal'), changes: { rate: eur(100) } });
    expect(await rates()).toEqual([5000, 8000]);
    const from = '2026-11-20';
    await send({ type: 'project.update', id: await project('Portal'), changes: { rate: eur(110) }, ratesFrom: from });
    expect(await rates()).toEqual([5000, 11_000]);
  });

  test('a rate that something more specific overrides changes no entry', async () => {
    await track({ project: { create: 'Portal' } });
    await send({
      type: 'project.update',
      id: await project('Portal'),
      changes: { rate: eur(100) },
      ratesFrom: '2026-01-01',
    });
    await send({ type: 'settings.update', changes: { defaultRate: eur(50) }, ratesFrom: '2026-01-01' });
    expect(await rates()).toEqual([10_000]);
  });

  test('the default rate reaches what nothing more specific decides, and only that', async () => {
    await track({ project: { create: 'Portal' } });
    await track({ project: null });
    await track({ project: { create: 'Checkout' } });
    const from = '2026-01-01';
    await send({ type: 'project.update', id: await project('Portal'), changes: { rate: eur(100) }, ratesFrom: from });
    expect(await rates(), 'another project and none are not touched').toEqual([10_000, null, null]);
    await send({ type: 'settings.update', changes: { defaultRate: eur(50) }, ratesFrom: from });
    expect(await rates()).toEqual([10_000, 5000, 5000]);
  });

  test('a project’s rate leaves the entries of another as they were kept', async () => {
    await track({ project: { create: 'Portal' } });
    await track({ project: { create: 'Checkout' } });
    await send({ type: 'project.update', id: await project('Checkout'), changes: { rate: eur(90) } });
    const from = '2026-01-01';
    await send({ type: 'project.update', id: await project('Portal'), changes: { rate: eur(100) }, ratesFrom: from });
    expect(await rates()).toEqual([10_000, null]);
  });

  test('what runs keeps its rate, unless a day is said', async () => {
    await send({ type: 'timer.start', work: { ...bare, project: { create: 'Portal' } } });
    const id = await project('Portal');
    const rate = async () => (await has()).running?.rate ?? null;
    await send({ type: 'project.update', id, changes: { rate: eur(60) } });
    expect(await rate()).toBeNull();
    await send({ type: 'project.update', id, changes: { rate: eur(70) }, ratesFrom: '2026-11-19' });
    expect(await rate()).toEqual(eur(70));
  });

  test('the totals follow in the same commit, and undo brings rates and totals back', async () => {
    await track({ project: { create: 'Portal' } });
    const id = await project('Portal');
    const before = await worker.export();
    const totals = [...disk.database.totals.values()];
    await send({ type: 'project.update', id, changes: { rate: eur(60) }, ratesFrom: '2026-11-19' });
    expect(disk.database.totals.get('2026-11-19')?.rows).toMatchObject([{ currency: 'EUR', amount: 6000 }]);
    await undo();
    expect(await worker.export()).toBe(before);
    expect([...disk.database.totals.values()]).toEqual(totals);
  });

  test('what was invoiced keeps its rate, and follows a merge with its invoice', async () => {
    await track({ project: { create: 'Portal' } });
    const invoice = { number: '7', day: '2026-11-20', paid: false, locked: true };
    await worker.journal.commit(async (reader) => {
      const [before] = await reader.entriesOf('2026-11-19');
      if (!before) throw new Error('no entry');
      return { changes: [{ kind: 'entry', before, after: { ...before, invoice } }], result: null };
    });
    await track({ project: { create: 'Portal' } });
    const rerate: Command = { type: 'settings.update', changes: { defaultRate: eur(50) }, ratesFrom: '2026-01-01' };
    expect(await send(rerate)).toBe('done');
    expect(await rates()).toEqual([null, 5000]);
    await send({ type: 'project.create', fields: { name: 'Other' } });
    const into = await project('Other');
    await send({ type: 'catalogue.merge', kind: 'project', from: await project('Portal'), into });
    expect((await has()).entries).toMatchObject([{ projectId: into, invoice, rate: null }, { projectId: into }]);
  });
});
