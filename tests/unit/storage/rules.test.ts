import { describe, expect, test } from 'vitest';
import { isRefused } from '../../../lib/domain/refusal.ts';
import type { Command } from '../../../lib/messaging/commands.ts';
import { nextHeader, tallyOf } from '../../../lib/storage/header.ts';
import type { Item } from '../../../lib/storage/items.ts';
import { entriesIn } from '../../../lib/storage/mend.ts';
import { migrateItem, NewerSchema, SCHEMA } from '../../../lib/storage/migrations.ts';
import { type Disk, emptyDatabase, emptyDisk, Fate } from './memory.ts';
import { MemoryWorker } from './worker.ts';

const T0 = Date.UTC(2026, 2, 27, 8);
const MINUTE = 60_000;
const DAY = 86_400_000;

const start = (description: string): Command => ({
  type: 'timer.start',
  work: { description, project: null, task: null, tags: [], billable: false },
});

/** A disk on which entries stand on so many days, one a day. */
async function diskWithDays(days: number): Promise<Disk> {
  const disk = emptyDisk();
  const worker = new MemoryWorker(disk, new Fate());
  for (let i = 0; i < days; i++) {
    await worker.send(start(`day ${i}`), T0 + i * DAY);
    await worker.send({ type: 'timer.stop' }, T0 + i * DAY + MINUTE);
  }
  return disk;
}

async function started(disk: Disk): Promise<MemoryWorker> {
  const worker = new MemoryWorker(disk, new Fate());
  await worker.journal.ready(true);
  return worker;
}

const noticesOf = (worker: MemoryWorker): string[] => worker.notices.map(({ code }) => code);

describe('rule 1: a command', () => {
  test('commands sent at once are carried out one after the other: one timer at most, entries that share no time', async () => {
    const disk = emptyDisk();
    const worker = new MemoryWorker(disk, new Fate());
    const commands = Array.from({ length: 200 }, (_, i) =>
      i % 3 === 2 ? { type: 'timer.stop' as const } : start(`${i}`),
    );
    await Promise.all(commands.map((command, i) => worker.send(command, T0 + i)));
    const entries = entriesIn([...disk.database.items.values()]).toSorted((a, b) => a.start - b.start);
    expect(entries.length).toBeGreaterThan(100);
    expect(new Set(entries.map((entry) => entry.number)).size).toBe(entries.length);
    for (const [i, entry] of entries.entries()) {
      expect(entry.end).toBeGreaterThanOrEqual(entry.start);
      expect(entry.start).toBeGreaterThanOrEqual(entries[i - 1]?.end ?? 0);
    }
  });

  test('a second copy that cannot be written is said in the answer, and gets everything with the next command', async () => {
    const disk = emptyDisk();
    let full = false;
    const worker = new MemoryWorker(disk, new Fate(), () => full);
    expect(await worker.send(start('a'), T0)).toBe('done');
    full = true;
    expect(await worker.send(start('b'), T0 + MINUTE)).toBe('behind');
    expect(await worker.send({ type: 'timer.stop' }, T0 + 2 * MINUTE)).toBe('behind');
    expect(disk.database.header?.behind).not.toBeNull();
    full = false;
    expect(await worker.send(start('c'), T0 + 3 * MINUTE)).toBe('done');
    expect(disk.database.header?.behind).toBeNull();
    const text = await worker.export();
    const rebuilt = await started({ database: emptyDatabase(), copy: disk.copy });
    expect(await rebuilt.export()).toBe(text);
  });

  test('a refusal writes nothing and uses no number', async () => {
    const disk = await diskWithDays(1);
    const before = structuredClone(disk.database.header);
    const worker = await started(disk);
    expect(await worker.send({ type: 'timer.stop' }, T0 + DAY)).toBe('refused');
    expect(await worker.send({ type: 'undo', step: 4711 }, T0 + DAY)).toBe('refused');
    expect(disk.database.header).toEqual(before);
  });
});

describe('rule 2: a bulk write', () => {
  test('the second copy follows newest day first, and a kill in between is resumed', async () => {
    const disk = await diskWithDays(250);
    const text = await (await started(disk)).export();
    disk.copy = { header: null, items: new Map() };
    const killed = new MemoryWorker(disk, new Fate(12));
    await killed.journal.ready(true).catch(() => undefined);
    await killed.journal.follow().catch(() => undefined);
    const copied = [...disk.copy.items.keys()].filter((key) => key.startsWith('page:')).sort();
    const all = [...disk.database.items.keys()].filter((key) => key.startsWith('page:')).sort();
    expect(copied.length).toBeGreaterThan(0);
    expect(copied).toEqual(all.slice(-copied.length));
    expect(disk.copy.header?.behind).not.toBeNull();
    const resumed = await started(disk);
    await resumed.journal.follow();
    expect(disk.copy.header).toEqual(disk.database.header);
    expect(await (await started({ database: emptyDatabase(), copy: disk.copy })).export()).toBe(text);
  });

  test('a database lost while the second copy follows is rebuilt in part, and the person is told from which day on it is whole', async () => {
    const disk = await diskWithDays(250);
    disk.copy = { header: null, items: new Map() };
    const killed = new MemoryWorker(disk, new Fate(12));
    await killed.journal.ready(true).catch(() => undefined);
    await killed.journal.follow().catch(() => undefined);
    const oldest = [...disk.copy.items.keys()]
      .filter((key) => key.startsWith('page:'))
      .sort()[0]
      ?.slice(5);
    disk.database = emptyDatabase();
    const worker = await started(disk);
    expect(worker.notices).toEqual([{ code: 'noticeDatabaseRebuiltPartly', substitutions: [oldest] }]);
  });

  test('a second copy that is behind never overwrites a database that is merely older', async () => {
    const disk = await diskWithDays(3);
    const older = structuredClone(disk.database);
    const worker = await started(disk);
    await worker.send(start('later'), T0 + 5 * DAY);
    await worker.send({ type: 'timer.stop' }, T0 + 5 * DAY + MINUTE);
    const n = disk.database.header?.n ?? 0;
    if (disk.copy.header) disk.copy.header = { ...disk.copy.header, behind: 2 };
    disk.database = older;
    const next = await started(disk);
    await next.journal.follow();
    expect(next.notices).toEqual([{ code: 'noticeCopiesDiffered', substitutions: ['2026-04-01'] }]);
    expect(disk.database.header?.n).toBe(n);
    expect(entriesIn([...disk.database.items.values()])).toHaveLength(3);
  });
});

describe('rule 3: at start', () => {
  test('an error on opening is not "empty": nothing is written into the second copy', async () => {
    const disk = await diskWithDays(2);
    const before = structuredClone(disk.copy);
    const worker = new MemoryWorker(disk, new Fate(1));
    await expect(worker.journal.ready(true)).rejects.toThrow();
    expect(disk.copy).toEqual(before);
  });

  test('one commit apart is the trace of a kill and is not mentioned; more is', async () => {
    const disk = await diskWithDays(2);
    const copy = structuredClone(disk.copy);
    await (await started(disk)).send(start('one'), T0 + 9 * DAY);
    const behindByOne: Disk = { database: structuredClone(disk.database), copy: structuredClone(copy) };
    expect(noticesOf(await started(behindByOne))).toEqual([]);
    await (await started(disk)).send({ type: 'timer.stop' }, T0 + 10 * DAY);
    expect(noticesOf(await started({ database: disk.database, copy }))).toEqual(['noticeCopyCaughtUp']);
  });

  test('both copies damaged: what can be read of either is kept, and the person is told', async () => {
    const disk = await diskWithDays(6);
    disk.database.items.delete('page:2026-03-28');
    disk.copy.items.delete('page:2026-03-30');
    const worker = await started(disk);
    await worker.journal.follow();
    expect(noticesOf(worker)).toEqual(['noticeCopiesMerged']);
    expect(entriesIn([...disk.database.items.values()])).toHaveLength(6);
    expect(disk.copy.header).toEqual(disk.database.header);
  });
});

describe('rule 4: erased items do not exist', () => {
  const erased = (disk: Disk): Disk => {
    const n = (disk.database.header?.n ?? 0) + 1;
    disk.copy = { header: { n, base: n, schema: SCHEMA, count: 0, sum: 0, behind: null }, items: new Map() };
    return disk;
  };

  test('an old database does not bring back what was erased', async () => {
    const disk = erased(await diskWithDays(4));
    const worker = await started(disk);
    expect(JSON.parse(await worker.export())).toMatchObject({ entries: [], running: null });
    expect(disk.database.totals.size).toBe(0);
    await worker.send(start('new'), T0 + 20 * DAY);
    expect(disk.database.header?.n).toBeGreaterThan(disk.database.header?.base ?? 0);
  });

  test('a kill before the items of the second copy are gone does not bring them back either', async () => {
    const disk = await diskWithDays(4);
    const items = new Map(disk.copy.items);
    erased(disk).copy.items = items;
    disk.database = emptyDatabase();
    const worker = await started(disk);
    expect(JSON.parse(await worker.export())).toMatchObject({ entries: [] });
  });
});

describe('rule 5: schema', () => {
  const value = (item: Item): unknown => item.value;

  test('an older item goes through every step to today, a newer one is refused', () => {
    const item: Item = { key: 'page:2026-03-27', n: 1, schema: 1, value: [1] };
    const steps = [
      (_: string, old: unknown) => [...(old as number[]), 2],
      (_: string, old: unknown) => [...(old as number[]), 3],
    ];
    expect(value(migrateItem(item, steps, 3))).toEqual([1, 2, 3]);
    expect(value(migrateItem({ ...item, schema: 2 }, steps, 3))).toEqual([1, 3]);
    expect(() => migrateItem({ ...item, schema: SCHEMA + 1 })).toThrow(NewerSchema);
  });

  test('data of a newer version is refused and neither copy is written', async () => {
    for (const side of ['database', 'copy'] as const) {
      const disk = await diskWithDays(1);
      const header = disk[side].header;
      if (header) disk[side].header = { ...header, schema: SCHEMA + 1 };
      const before = structuredClone(disk);
      const worker = new MemoryWorker(disk, new Fate());
      await expect(worker.send(start('x'), T0 + DAY)).rejects.toThrow(NewerSchema);
      expect(disk).toEqual(before);
    }
  });
});

describe('the header', () => {
  test('count and sum follow replaced and added items', () => {
    const item = (key: string, n: number): Item => ({ key, n, schema: 1, value: null });
    const before = [item('a', 3)];
    const after = [item('a', 8), item('b', 8)];
    const header = { n: 7, base: 0, schema: 1, ...tallyOf([3, 7]), behind: null };
    expect(nextHeader(header, before, after, 8)).toMatchObject({ n: 8, ...tallyOf([8, 8, 7]) });
  });
});

describe('undo', () => {
  test('takes back one commit and leaves what came after it', async () => {
    const disk = await diskWithDays(2);
    const worker = await started(disk);
    const before = await worker.export();
    const [first] = entriesIn([...disk.database.items.values()]);
    await worker.send({ type: 'entry.delete', entry: { day: '2026-03-27', id: first?.id ?? '' } }, T0 + 3 * DAY);
    const step = disk.database.header?.n ?? 0;
    await worker.send(start('later'), T0 + 3 * DAY);
    expect(await worker.send({ type: 'undo', step }, T0 + 4 * DAY)).toBe('done');
    const after = JSON.parse(await worker.export());
    expect(after.entries).toEqual(JSON.parse(before).entries);
    expect(after.running.description).toBe('later');
  });

  test('is refused when what it would take back was changed since', async () => {
    const worker = await started(emptyDisk());
    const begun = await worker.journal.commit(async () => ({ changes: [], result: 1 }));
    expect(isRefused(begun)).toBe(false);
    await worker.send(start('a'), T0);
    await worker.send({ type: 'timer.update', work: { description: 'b' } }, T0 + MINUTE);
    expect(await worker.send({ type: 'undo', step: 1 }, T0 + 2 * MINUTE)).toBe('refused');
    expect(await worker.send({ type: 'undo', step: 2 }, T0 + 2 * MINUTE)).toBe('done');
  });
});

test('the last 100 steps can be undone, and older ones are forgotten', async () => {
  const disk = emptyDisk();
  const worker = await started(disk);
  for (let i = 0; i < 260; i++) await worker.send(start(`${i}`), T0 + i * MINUTE);
  const steps = [...disk.database.undo.keys()];
  expect(steps.length).toBeGreaterThanOrEqual(100);
  expect(steps.length).toBeLessThan(120);
  expect(disk.database.history?.done).toEqual(steps);
  for (let i = 0; i < 100; i++) expect(await worker.send({ type: 'undo' }, T0 + 300 * MINUTE)).toBe('done');
});

test('a database that cannot be opened leaves the same export, made from the second copy', async () => {
  const disk = await diskWithDays(3);
  const text = await (await started(disk)).journal.export();
  const locked = new MemoryWorker(disk, new Fate(1));
  expect(await locked.journal.export()).toBe(text);
});
