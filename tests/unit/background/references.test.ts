import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CatalogueKind, CatalogueThings } from '../../../lib/domain/catalogue.ts';
import type { RunningEntry, Work } from '../../../lib/domain/entry.ts';
import type { Settings } from '../../../lib/domain/settings.ts';
import { totalsOf } from '../../../lib/domain/totals.ts';
import type { Command } from '../../../lib/messaging/commands.ts';
import { entriesIn } from '../../../lib/storage/mend.ts';
import { type Disk, emptyDisk, Fate } from '../storage/memory.ts';
import { MemoryWorker } from '../storage/worker.ts';

const T0 = Date.UTC(2026, 10, 19, 9);
const HOUR = 3_600_000;

const acts = [
  'start',
  'stop',
  'merge project',
  'merge tag',
  'merge task',
  'merge client',
  'delete project',
  'delete tag',
  'delete task',
  'delete client',
  'default',
  'delete entry',
  'rate',
  'undo',
] as const;
type Act = (typeof acts)[number];
/** What to do, and with which of the things there are. */
type Step = readonly [act: Act, one: number, other: number];
const steps: fc.Arbitrary<Step[]> = fc.array(fc.tuple(fc.constantFrom(...acts), fc.nat(5), fc.nat(6)), {
  minLength: 2,
  maxLength: 24,
});

const value = <T>(disk: Disk, key: string, none: T): T => (disk.database.items.get(key)?.value as T | null) ?? none;
const things = <K extends CatalogueKind>(disk: Disk, kind: K): CatalogueThings[K][] =>
  [...disk.database.items.values()]
    .filter(({ key }) => key.startsWith(`${kind}:`))
    .flatMap((item) => item.value as CatalogueThings[K][]);

function commandFor([act, one, other]: Step, disk: Disk): Command | null {
  const [verb, kind] = act.split(' ') as [string, CatalogueKind];
  switch (verb) {
    case 'start': {
      const project = { create: `project ${one}` };
      const task = other % 2 ? { create: `task ${other % 4}` } : null;
      const tags = [{ create: `tag ${one % 3}` }, { create: `tag ${other % 4}` }];
      const work = { description: `work ${one}`, project, client: { create: `client ${other % 3}` }, task, tags };
      return { type: 'timer.start', work: { ...work, billable: other % 3 > 0 } };
    }
    case 'stop':
      return { type: 'timer.stop' };
    case 'undo':
      return { type: 'undo', step: Math.max(1, (disk.database.header?.n ?? 1) - (one % 3)) };
    case 'default':
      return { type: 'settings.update', changes: { defaultProjectId: things(disk, 'project')[one]?.id ?? null } };
    case 'rate': {
      const project = things(disk, 'project')[one];
      const rate = other === 0 ? null : { amount: other * 1000, currency: 'EUR' };
      return project ? { type: 'project.update', id: project.id, changes: { rate }, ratesFrom: '2026-11-19' } : null;
    }
  }
  if (act === 'delete entry') {
    const page = [...disk.database.items.values()].find(({ key }) => key.startsWith('page:'));
    const entry = page && entriesIn([page])[one];
    return entry ? { type: 'entry.delete', entry: { day: page.key.slice('page:'.length), id: entry.id } } : null;
  }
  const all = things(disk, kind);
  const [thing, second] = [all[one], all[other]];
  if (!thing) return null;
  if (verb === 'delete') return { type: 'catalogue.delete', kind, id: thing.id, instead: second?.id ?? null };
  return second ? { type: 'catalogue.merge', kind, from: thing.id, into: second.id } : null;
}

function expectReferences(disk: Disk): void {
  const ids = {
    client: new Set(things(disk, 'client').map(({ id }) => id)),
    project: new Set(things(disk, 'project').map(({ id }) => id)),
    task: new Map(things(disk, 'task').map((task) => [task.id, task])),
    tag: new Set(things(disk, 'tag').map(({ id }) => id)),
  };
  const running = value<RunningEntry | null>(disk, 'running', null);
  const works: Work[] = [
    ...entriesIn([...disk.database.items.values()]),
    ...value<Work[]>(disk, 'recent', []),
    ...(running ? [running] : []),
  ];
  for (const { projectId, taskId, tagIds } of works) {
    if (projectId) expect(ids.project).toContain(projectId);
    if (taskId) expect(ids.task.get(taskId)?.projectId).toBe(projectId);
    for (const id of tagIds) expect(ids.tag).toContain(id);
    expect(new Set(tagIds).size).toBe(tagIds.length);
  }
  for (const { clientId } of things(disk, 'project')) if (clientId) expect(ids.client).toContain(clientId);
  for (const { projectId } of ids.task.values()) expect(ids.project).toContain(projectId);
  const settings = value<Settings | null>(disk, 'settings', null);
  if (settings?.defaultProjectId) expect(ids.project).toContain(settings.defaultProjectId);
}

function expectTotals(disk: Disk): void {
  const totals = [...disk.database.totals.values()].filter(({ rows }) => rows.length > 0);
  const entries = entriesIn([...disk.database.items.values()]);
  expect(totals.toSorted((a, b) => (a.day < b.day ? -1 : 1))).toEqual(totalsOf(entries));
}

test('whatever is merged, deleted and taken back, everything named exists, totals add up, and an undo is exact', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (plan) => {
      const disk = emptyDisk();
      const worker = new MemoryWorker(disk, new Fate());
      for (const [i, step] of plan.entries()) {
        const command = commandFor(step, disk);
        if (!command) continue;
        const before = await worker.export();
        const n = disk.database.header?.n;
        await worker.send(command, T0 + i * HOUR);
        expectReferences(disk);
        expectTotals(disk);
        if (disk.database.header?.n === n || command.type === 'undo') continue;
        if (step[1] % 2 === 0) continue;
        await worker.send({ type: 'undo', step: disk.database.header?.n ?? 0 }, T0 + i * HOUR);
        expect(await worker.export()).toBe(before);
        await worker.send(command, T0 + i * HOUR);
      }
    }),
    { numRuns: 300 },
  );
});
