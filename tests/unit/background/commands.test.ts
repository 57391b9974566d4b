import { beforeEach, describe, expect, test } from 'vitest';
import { addAway } from '../../../lib/domain/away.ts';
import type { Client, Project, Tag, Task } from '../../../lib/domain/catalogue.ts';
import type { RunningEntry, TimeEntry } from '../../../lib/domain/entry.ts';
import type { Command, WorkInput } from '../../../lib/messaging/commands.ts';
import { type Disk, emptyDisk, Fate } from '../storage/memory.ts';
import { MemoryWorker } from '../storage/worker.ts';

const T0 = Date.UTC(2026, 10, 19, 9);
const MINUTE = 60_000;

interface Exported {
  readonly running: RunningEntry | null;
  readonly entries: readonly TimeEntry[];
  readonly clients: readonly Client[];
  readonly projects: readonly Project[];
  readonly tasks: readonly Task[];
  readonly tags: readonly Tag[];
}

let disk: Disk;
let worker: MemoryWorker;
beforeEach(() => {
  disk = emptyDisk();
  worker = new MemoryWorker(disk, new Fate());
});

const has = async (): Promise<Exported> => JSON.parse(await worker.export());
const bare: WorkInput = { description: '', project: null, task: null, tags: [], billable: false };
const start = (description: string, more: Partial<WorkInput> = {}): Command => ({
  type: 'timer.start',
  work: { ...bare, description, ...more },
});
const day = '2026-11-19';

describe('starting', () => {
  test('makes the project, its client, the task and the tags in the same commit', async () => {
    const more = {
      project: { create: 'Patient portal' },
      client: { create: 'Osei Clinic' },
      task: { create: 'Sign-in' },
      tags: [{ create: 'bug' }, { create: 'Bug' }],
    };
    await worker.send(start('Fix login', more), T0);
    const { running, clients, projects, tasks, tags } = await has();
    expect(disk.database.header?.n).toBe(1);
    expect(clients).toMatchObject([{ name: 'Osei Clinic', number: 1 }]);
    expect(projects).toMatchObject([{ name: 'Patient portal', clientId: clients[0]?.id, colour: 8 }]);
    expect(tasks).toMatchObject([{ name: 'Sign-in', projectId: projects[0]?.id }]);
    expect(tags).toMatchObject([{ name: 'bug' }]);
    expect(running).toMatchObject({
      projectId: projects[0]?.id,
      taskId: tasks[0]?.id,
      tagIds: [tags[0]?.id],
      start: T0,
    });
  });

  test('a name that exists already means what bears it, whatever its case and accents', async () => {
    await worker.send(start('a', { project: { create: 'Café Zürich' } }), T0);
    await worker.send(start('b', { project: { create: 'cafe zurich' } }), T0 + MINUTE);
    expect((await has()).projects).toHaveLength(1);
  });

  test('stops what runs at the same instant: no gap, no overlap', async () => {
    await worker.send(start('first'), T0);
    await worker.send(start('second'), T0 + 5 * MINUTE);
    const { entries, running } = await has();
    expect(entries).toMatchObject([{ description: 'first', start: T0, end: T0 + 5 * MINUTE }]);
    expect(running).toMatchObject({ description: 'second', start: T0 + 5 * MINUTE });
  });

  test('with a project that is gone is refused and changes nothing', async () => {
    await worker.send(start('a'), T0);
    const before = await worker.export();
    await worker.send(start('b', { project: { id: '01a20aeb-0f03-75a4-bc76-ee2467051c06' } }), T0 + MINUTE);
    expect(worker.refusals).toEqual(['projectGone']);
    expect(await worker.export()).toBe(before);
  });
});

describe('the shortcut', () => {
  test('stops what runs, and a stop really stops', async () => {
    await worker.send(start('a', { project: { create: 'P' } }), T0);
    await worker.send({ type: 'timer.toggle' }, T0 + MINUTE);
    const { running, entries } = await has();
    expect(running).toBeNull();
    expect(entries).toHaveLength(1);
  });

  test('starts the last work again', async () => {
    await worker.send(start('early'), T0);
    await worker.send(start('late', { project: { create: 'P' } }), T0 + MINUTE);
    await worker.send({ type: 'timer.stop' }, T0 + 2 * MINUTE);
    await worker.send({ type: 'timer.toggle' }, T0 + 9 * MINUTE);
    const { running, projects } = await has();
    expect(running).toMatchObject({ description: 'late', projectId: projects[0]?.id, start: T0 + 9 * MINUTE });
  });

  test('with nothing to continue is refused', async () => {
    await worker.send({ type: 'timer.toggle' }, T0);
    expect(worker.refusals).toEqual(['nothingToContinue']);
  });
});

describe('changing the running entry', () => {
  test('a start in the future is refused', async () => {
    await worker.send(start('a'), T0);
    await worker.send({ type: 'timer.update', start: T0 + 2 * MINUTE }, T0 + MINUTE);
    expect(worker.refusals).toEqual(['startsInFuture']);
  });

  test('an earlier start may shorten the entry before it, as the person asked', async () => {
    await worker.send(start('first'), T0);
    await worker.send(start('second'), T0 + 30 * MINUTE);
    const [first] = (await has()).entries;
    await worker.send(
      { type: 'timer.update', start: T0 + 20 * MINUTE, trim: [{ day, id: first?.id ?? '' }] },
      T0 + 40 * MINUTE,
    );
    const { entries, running } = await has();
    expect(entries).toMatchObject([{ start: T0, end: T0 + 20 * MINUTE }]);
    expect(running).toMatchObject({ start: T0 + 20 * MINUTE });
  });

  test('an entry that would vanish is not trimmed', async () => {
    await worker.send(start('first'), T0);
    await worker.send(start('second'), T0 + 30 * MINUTE);
    const [first] = (await has()).entries;
    await worker.send({ type: 'timer.update', start: T0, trim: [{ day, id: first?.id ?? '' }] }, T0 + 40 * MINUTE);
    expect(worker.refusals).toEqual(['cannotTrim']);
  });

  test('another project takes the task away, which belonged to the old one', async () => {
    await worker.send(start('a', { project: { create: 'P' }, task: { create: 'T' } }), T0);
    await worker.send({ type: 'timer.update', work: { project: { create: 'Q' } } }, T0 + MINUTE);
    expect((await has()).running?.taskId).toBeNull();
  });
});

describe('stopping at another time than now', () => {
  test('is for a timer that was forgotten', async () => {
    await worker.send(start('a'), T0);
    await worker.send({ type: 'timer.stop', end: T0 + MINUTE }, T0 + 60 * MINUTE);
    expect((await has()).entries).toMatchObject([{ start: T0, end: T0 + MINUTE }]);
  });

  test('before the start or in the future is refused', async () => {
    await worker.send(start('a'), T0);
    await worker.send({ type: 'timer.stop', end: T0 - 1 }, T0 + MINUTE);
    await worker.send({ type: 'timer.stop', end: T0 + 2 * MINUTE }, T0 + MINUTE);
    expect(worker.refusals).toEqual(['endsBeforeStart', 'endsInFuture']);
  });
});

describe('away time', () => {
  /** Asks as the heartbeat does: from minute 44 to minute 67 of a timer that was started at T0. */
  async function asked(): Promise<void> {
    await worker.send(start('Fix login', { project: { create: 'P' } }), T0);
    await worker.journal.commit(async (reader) => {
      const running = await reader.running();
      const span = { start: T0 + 44 * MINUTE, end: T0 + 67 * MINUTE, cause: 'asleep' } as const;
      const question = running && addAway(null, running, span);
      return { changes: [{ kind: 'away', before: [], after: question ? [question] : [] }], result: null };
    });
  }
  const back = T0 + 70 * MINUTE;
  const waits = (): unknown => disk.database.items.get('away')?.value;

  test('Keep changes nothing but the question', async () => {
    await asked();
    const before = await worker.export();
    await worker.send({ type: 'away.answer', choice: 'keep' }, back);
    expect(await worker.export()).toBe(before);
    expect(waits()).toEqual([]);
  });

  test('Discard ends the entry where the away time began; the same work starts again at the return', async () => {
    await asked();
    await worker.send({ type: 'away.answer', choice: 'discard' }, back);
    const { entries, running } = await has();
    expect(entries).toMatchObject([{ start: T0, end: T0 + 44 * MINUTE }]);
    expect(running).toMatchObject({ description: 'Fix login', start: T0 + 67 * MINUTE });
  });

  test('Split makes the away time an entry of its own, of another project if chosen', async () => {
    await asked();
    await worker.send({ type: 'away.answer', choice: 'split', project: { create: 'Lunch' } }, back);
    const { entries, running, projects } = await has();
    const lunch = projects.find(({ name }) => name === 'Lunch')?.id;
    expect(entries.map(({ start, end, projectId }) => [start, end, projectId === lunch])).toEqual([
      [T0, T0 + 44 * MINUTE, false],
      [T0 + 44 * MINUTE, T0 + 67 * MINUTE, true],
    ]);
    expect(running?.start).toBe(T0 + 67 * MINUTE);
  });

  test('Discard and stop ends the entry, and nothing runs', async () => {
    await asked();
    await worker.send({ type: 'away.answer', choice: 'stop' }, back);
    const { entries, running } = await has();
    expect(entries).toMatchObject([{ start: T0, end: T0 + 44 * MINUTE }]);
    expect(running).toBeNull();
  });

  test('the question outlives a stop and is then about the stopped entry', async () => {
    await asked();
    await worker.send({ type: 'timer.stop' }, back);
    expect(waits()).toHaveLength(1);
    await worker.send({ type: 'away.answer', choice: 'discard' }, back + MINUTE);
    const { entries, running } = await has();
    expect(entries.map(({ start, end }) => [start, end])).toEqual([
      [T0, T0 + 44 * MINUTE],
      [T0 + 67 * MINUTE, back],
    ]);
    expect(running).toBeNull();
    expect(waits()).toEqual([]);
  });

  test('the question goes with a discarded timer, and comes back with it', async () => {
    await asked();
    await worker.send({ type: 'timer.discard' }, back);
    expect(waits()).toEqual([]);
    await worker.send({ type: 'undo', step: disk.database.header?.n ?? 0 }, back);
    expect(waits()).toHaveLength(1);
    expect((await has()).running).not.toBeNull();
  });

  test('an answer nobody asked for is refused', async () => {
    await worker.send({ type: 'away.answer', choice: 'keep' }, T0);
    expect(worker.refusals).toEqual(['nothingAsked']);
  });
});

describe('a clock that was set back', () => {
  test('an entry never ends before it started', async () => {
    await worker.send(start('a'), T0);
    await worker.send({ type: 'timer.stop' }, T0 - 60 * MINUTE);
    expect((await has()).entries).toMatchObject([{ start: T0, end: T0 }]);
  });
});
