import { beforeEach, expect, test } from 'vitest';
import { decide, isChanging } from '../../../lib/background/handlers.ts';
import { happeningsOf } from '../../../lib/background/telemetry-events.ts';
import { findIn, numbersOf } from '../../../lib/background/telemetry-numbers.ts';
import { addAway } from '../../../lib/domain/away.ts';
import type { Client, Project, Task } from '../../../lib/domain/catalogue.ts';
import type { TimeEntry } from '../../../lib/domain/entry.ts';
import { isRefused } from '../../../lib/domain/refusal.ts';
import { defaultSettings } from '../../../lib/domain/settings.ts';
import type { Command, WorkInput } from '../../../lib/messaging/commands.ts';
import type { Change } from '../../../lib/storage/changes.ts';
import { checkFields, isStrange } from '../../../lib/telemetry/envelope.ts';
import { eventNames } from '../../../lib/telemetry/registry.ts';
import { emptyDisk, Fate } from '../storage/memory.ts';
import { MemoryWorker } from '../storage/worker.ts';

const T0 = Date.UTC(2026, 10, 19, 9);
const MINUTE = 60_000;
const day = '2026-11-19';
const bare: WorkInput = { description: '', project: null, task: null, tags: [], billable: false };

let worker: MemoryWorker;
let ids = 0;
const seen = new Set<string>();
beforeEach(() => {
  worker = new MemoryWorker(emptyDisk(), new Fate());
});

type Told = readonly (readonly [string, object])[];

const nowhere = async (): Promise<null> => null;
async function toldOf(command: string, changes: readonly Change[]): Promise<Told> {
  const told: [string, object][] = [];
  for (const happening of happeningsOf(command, changes)) {
    const fields = await numbersOf(happening, findIn(changes, nowhere));
    expect(isStrange(checkFields(happening.name, fields)), `${happening.name} ${JSON.stringify(fields)}`).toBe(false);
    seen.add(happening.name);
    told.push([happening.name, fields]);
  }
  return told;
}

/** Carries out a command as the worker does, and says what telemetry is told of it. */
async function did(command: Command, now: number): Promise<Told> {
  if (!isChanging(command)) throw new Error(`${command.type} changes nothing`);
  const newId = (): string => `00000000-0000-7000-9000-${(++ids).toString(16).padStart(12, '0')}`;
  const context = { now, zone: 'Europe/Berlin', lastAlive: () => null, newId };
  let told: Told = [];
  await worker.journal.commit(async (reader) => {
    const decided = await decide(reader, command, context);
    if (!isRefused(decided)) {
      const find = findIn(decided.changes, (kind, id) => reader.thing(kind, id));
      told = await Promise.all(
        happeningsOf(command.type, decided.changes).map(
          async (happening) => [happening.name, await numbersOf(happening, find)] as const,
        ),
      );
      for (const [name] of told) seen.add(name);
    }
    return decided;
  });
  return told;
}

const start = (work: Partial<WorkInput> = {}): Command => ({ type: 'timer.start', work: { ...bare, ...work } });

test('starting a timer with new work tells of the work by numbers, and of nothing else', async () => {
  const told = await did(
    start({
      description: 'Call Ann',
      project: { create: 'Secret' },
      client: { create: 'ACME' },
      task: { create: 'Plan' },
      tags: [{ create: 'private' }],
    }),
    T0,
  );
  expect(told).toEqual([
    ['client.created', { client_id: 1 }],
    ['project.created', { project_id: 1, client_id: 1 }],
    ['task.created', { task_id: 1, project_id: 1 }],
    ['timer.started', { entry_id: 1, project_id: 1, client_id: 1, task_id: 1 }],
  ]);
});

test('starting while another runs is a stop and a start; the same work again is continued', async () => {
  await did(start(), T0);
  expect(await did(start(), T0 + MINUTE)).toEqual([
    ['timer.stopped', { entry_id: 1 }],
    ['timer.started', { entry_id: 2 }],
  ]);
  expect(await did({ type: 'timer.stop' }, T0 + 2 * MINUTE)).toEqual([['timer.stopped', { entry_id: 2 }]]);
  expect(await did({ type: 'timer.toggle' }, T0 + 3 * MINUTE)).toEqual([['timer.continued', { entry_id: 3 }]]);
  expect(await did({ type: 'timer.discard' }, T0 + 4 * MINUTE)).toEqual([['timer.discarded', { entry_id: 3 }]]);
});

test('a change to the timer or an entry is one event, however many entries it shortens', async () => {
  await did(start({ description: 'a' }), T0);
  await did(start({ description: 'b' }), T0 + 30 * MINUTE);
  const { entries } = JSON.parse(await worker.export()) as { entries: TimeEntry[] };
  const trim = entries.map(({ id }) => ({ day, id }));
  expect(await did({ type: 'timer.update', start: T0 + 20 * MINUTE, trim }, T0 + 40 * MINUTE)).toEqual([
    ['entry.updated', { entry_id: 2 }],
  ]);
  expect(await did({ type: 'entry.delete', entry: { day, id: trim[0]?.id ?? '' } }, T0 + 41 * MINUTE)).toEqual([
    ['entry.deleted', { entry_id: 1 }],
  ]);
});

test('an answered away question is that and nothing else, whatever becomes of the entries', async () => {
  for (const choice of ['keep', 'discard', 'split', 'stop'] as const) {
    worker = new MemoryWorker(emptyDisk(), new Fate());
    await did(start(), T0);
    await worker.journal.commit(async (reader) => {
      const running = await reader.running();
      const question =
        running && addAway(null, running, { start: T0 + 4 * MINUTE, end: T0 + 9 * MINUTE, cause: 'asleep' });
      return { changes: [{ kind: 'away', before: [], after: question ? [question] : [] }], result: null };
    });
    const told = await did({ type: 'away.answer', choice }, T0 + 10 * MINUTE);
    expect(told).toEqual([['idle.resolved', choice === 'keep' ? {} : { entry_id: 1 }]]);
  }
});

const named = { number: 7, name: 'ACME', created: T0, changed: T0 };
const client: Client = { id: 'c', ...named, notes: '', rate: null, archived: false };
const project: Project = {
  id: 'p',
  ...named,
  notes: '',
  code: 'AC',
  estimate: null,
  clientId: 'c',
  colour: 1,
  billable: true,
  rate: null,
  archived: false,
};
const task: Task = { id: 't', ...named, projectId: 'p', rate: null, done: false };
const entry: TimeEntry = {
  ...{ id: 'e', number: 9, description: 'secret', projectId: 'p', taskId: 't', tagIds: [], billable: true },
  ...{ start: T0, end: T0 + MINUTE, zone: 'UTC', origin: 'manual', rate: null, created: T0, changed: T0 },
};

test.each<readonly [string, string, Change[], string[]]>([
  ['an added entry', 'entry.add', [{ kind: 'entry', before: null, after: entry }], ['entry.created']],
  [
    'a client',
    'client.update',
    [{ kind: 'client', before: client, after: { ...client, name: 'B' } }],
    ['client.updated'],
  ],
  [
    'archiving',
    'client.archive',
    [{ kind: 'client', before: client, after: { ...client, archived: true } }],
    ['client.archived'],
  ],
  ['a deleted client', 'client.delete', [{ kind: 'client', before: client, after: null }], ['client.deleted']],
  [
    'a project',
    'project.update',
    [{ kind: 'project', before: project, after: { ...project, name: 'B' } }],
    ['project.updated'],
  ],
  [
    'archiving one',
    'project.update',
    [{ kind: 'project', before: project, after: { ...project, archived: true } }],
    ['project.archived'],
  ],
  [
    'bringing one back',
    'project.update',
    [{ kind: 'project', before: { ...project, archived: true }, after: project }],
    ['project.updated'],
  ],
  [
    'a deleted project takes its tasks along, and its entries are not edits',
    'project.delete',
    [
      { kind: 'project', before: project, after: null },
      { kind: 'task', before: task, after: null },
      { kind: 'task', before: { ...task, id: 't2' }, after: null },
      { kind: 'entry', before: entry, after: { ...entry, projectId: null } },
    ],
    ['project.deleted', 'task.deleted'],
  ],
  ['a task', 'task.update', [{ kind: 'task', before: task, after: { ...task, name: 'B' } }], ['task.updated']],
  [
    'closing a task',
    'task.update',
    [{ kind: 'task', before: task, after: { ...task, done: true } }],
    ['task.status_changed'],
  ],
  [
    'a tag is not on the list',
    'tag.update',
    [{ kind: 'tag', before: null, after: { id: 'x', ...named, archived: false } }],
    [],
  ],
  [
    'settings',
    'settings.update',
    [{ kind: 'settings', before: defaultSettings, after: defaultSettings }],
    ['settings.updated'],
  ],
  ['taking back', 'undo', [{ kind: 'entry', before: entry, after: null }], []],
  ['an import', 'import.commit', [{ kind: 'entry', before: null, after: entry }], []],
  [
    'a thousand entries at once',
    'entries.update',
    Array.from(
      { length: 1000 },
      (_, i) => ({ kind: 'entry', before: entry, after: { ...entry, id: `e${i}` } }) as const,
    ),
    ['entry.updated'],
  ],
])('%s', async (_, command, changes, names) => {
  expect((await toldOf(command, changes)).map(([name]) => name)).toEqual(names);
});

test('every event that follows from a command was told of above', () => {
  const fromPages = [
    'setup.completed',
    'report.viewed',
    'export.created',
    'import.completed',
    'backup.created',
    'backup.restored',
  ];
  const own = ['telemetry.dashboard_viewed', 'telemetry.enabled'];
  expect([...seen, ...fromPages, ...own].sort()).toEqual([...eventNames].sort());
});
