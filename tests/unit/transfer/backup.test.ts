import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Snapshot, snapshotsToDrop } from '../../../lib/domain/snapshots.ts';
import { writeBackup } from '../../../lib/storage/backup/write.ts';
import { exportJson } from '../../../lib/storage/export.ts';
import { checkData, mendData } from '../../../lib/transfer/check.ts';
import { mergeBackup } from '../../../lib/transfer/merge.ts';
import { readBackup } from '../../../lib/transfer/read-backup.ts';
import { replaceByBackup } from '../../../lib/transfer/restore.ts';
import { importInto, memoryJournal } from './journal.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8');
const toggl = fixture('imports/toggl-detailed.csv');
type World = ReturnType<typeof memoryJournal>;

const backup = async ({ queries }: World): Promise<Blob> =>
  (await queries.read((reader) => writeBackup(reader, { version: '1.2.3', now: Date.UTC(2026, 10, 24) }))).file;
const exported = async ({ queries }: World): Promise<Record<string, unknown>> =>
  JSON.parse(await queries.read(exportJson));
const reasonOf = (file: Blob): Promise<unknown> =>
  readBackup(file, 'b.json', {}).then(
    () => 'none',
    (problem: { reason?: string }) => problem.reason ?? problem,
  );

async function tracked(): Promise<World> {
  const world = memoryJournal();
  await importInto(world, toggl);
  await importInto(world, fixture('imports/kimai.csv'));
  return world;
}

test('a backup restored into an empty browser is the same data, plain and packed', async () => {
  const world = await tracked();
  const file = await backup(world);
  for (const kept of [file, new Blob([gzipSync(Buffer.from(await file.arrayBuffer()))])]) {
    const other = memoryJournal();
    await replaceByBackup(other.journal, await readBackup(kept, 'b', {}), 'leave', {});
    await other.journal.follow();
    expect(await exported(other)).toEqual(await exported(world));
    expect(other.disk.copy.header).toEqual(other.disk.database.header);
    expect([...other.disk.copy.items.keys()].sort()).toEqual([...other.disk.database.items.keys()].sort());
    expect(await other.queries.read(checkData)).toMatchObject({ entries: 5, totals: 0, orphans: 0, misplaced: 0 });
  }
});

test('replacing takes what was there away, totals too; adding keeps it and brings nothing twice', async () => {
  const file = await backup(await tracked());
  const contents = await readBackup(file, 'b', {});
  const other = memoryJournal();
  await importInto(other, fixture('imports/harvest.csv'));
  const added = await mergeBackup(other.journal, contents, 'leave', {});
  expect(added.added).toBe(5);
  expect((await mergeBackup(other.journal, contents, 'leave', {})).added).toBe(0);
  expect(await other.queries.read(checkData)).toMatchObject({ entries: 7, totals: 0, orphans: 0 });
  await replaceByBackup(other.journal, contents, 'leave', {});
  expect(await other.queries.read(checkData)).toMatchObject({ entries: 5, totals: 0, orphans: 0 });
});

test('the data of version 1 is restored with nothing lost; its timer is a question', async () => {
  const { exported: text } = JSON.parse(fixture('database-v1.json')) as { exported: string };
  const contents = await readBackup(new Blob([text]), 'v1.json', {});
  const before = JSON.parse(text);
  expect(await contents.entries.all()).toMatchObject(before.entries);
  expect(contents.running).toMatchObject(before.running);
  for (const [choice, running, more] of [
    ['leave', null, 0],
    ['entry', null, 1],
    ['run', before.running.id, 0],
  ] as const) {
    const world = memoryJournal();
    await replaceByBackup(world.journal, contents, choice, {});
    const after = await exported(world);
    expect([(after['running'] as { id: string } | null)?.id ?? null, (after['entries'] as []).length]).toEqual([
      running,
      before.entries.length + more,
    ]);
  }
});

test('a backup that is cut, changed, newer or none is refused in words, and so is a bomb', async () => {
  const text = await (await backup(await tracked())).text();
  expect(await reasonOf(new Blob([text]))).toBe('none');
  expect(await reasonOf(new Blob([text.slice(0, -200)]))).toBe('damaged');
  expect(await reasonOf(new Blob([text.replace('Boxes', 'Foxes')]))).toBe('damaged');
  expect(await reasonOf(new Blob([gzipSync(text).subarray(0, 300)]))).toBe('damaged');
  expect(await reasonOf(new Blob(['{"format":"timetracker","schema":99,"version":"2.1","entries":[]}']))).toBe('newer');
  expect(await reasonOf(new Blob([toggl]))).toBe('notBackup');
  expect(await reasonOf(new Blob(['{"name":"x"}']))).toBe('notBackup');
  expect(await reasonOf(new Blob([gzipSync(Buffer.alloc(30_000_000))]))).toBe('bomb');
});

test('wrong totals, an orphan and a lost day are found and mended, and no entry goes', async () => {
  const world = await tracked();
  const { items, totals } = world.disk.database;
  for (const key of [...items.keys()].filter((name) => name.startsWith('project:'))) {
    const item = items.get(key);
    if (item) items.set(key, { ...item, value: [] });
  }
  const [day] = [...totals.keys()];
  totals.delete(day ?? '');
  const found = await world.queries.read(checkData);
  expect([found.orphans > 0, found.totals]).toEqual([true, 1]);
  await mendData(world.journal);
  expect(await world.queries.read(checkData)).toMatchObject({ entries: 5, totals: 0, orphans: 0, misplaced: 0 });
});

test('erasing leaves nothing in either copy, numbers go on, and a later commit stands', async () => {
  const world = await tracked();
  const before = world.disk.database.header?.n ?? 0;
  await world.journal.erase();
  expect([world.disk.database.items.size, world.disk.copy.items.size, world.disk.database.totals.size]).toEqual([
    0, 0, 0,
  ]);
  expect(world.disk.copy.header?.base).toBe(before + 1);
  await importInto(world, toggl);
  expect(((await exported(world))['entries'] as []).length).toBe(3);
});

test('snapshots: one a day for a week, one a week for four, the latest others; the newest is never dropped', () => {
  const day = 86_400_000;
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.nat(60), fc.constantFrom('daily', 'import', 'restore')), {
        maxLength: 80,
        selector: ([days, reason]) => `${days}${reason}`,
      }),
      (taken) => {
        const all = taken.map(([days, reason], i): Snapshot => {
          return { name: `${i}`, at: Date.UTC(2026, 10, 1) + days * day + i, reason, n: i, bytes: 1000 } as Snapshot;
        });
        const dropped = new Set(snapshotsToDrop(all));
        const kept = all.filter((one) => !dropped.has(one)).sort((a, b) => b.at - a.at);
        expect(kept.length).toBeLessThanOrEqual(7 + 4 + 5 + 1);
        if (all.length > 0) expect(kept[0]).toBe(all.toSorted((a, b) => b.at - a.at)[0]);
      },
    ),
  );
});

/** Enough that it is read and written in several pieces. */
const large = (): string => {
  const rows = Array.from({ length: 6000 }, (_, i) => {
    const day = Temporal.PlainDate.from('2024-01-01')
      .add({ days: Math.floor(i / 20) })
      .toString();
    const hour = String(i % 20).padStart(2, '0');
    return `Größe ${i},Many,${day},${hour}:00:00,${day},${hour}:30:00,00:30:00`;
  });
  return ['Description,Project,Start date,Start time,End date,End time,Duration', ...rows].join('\n');
};

test('a backup that is read in pieces is the same data, in whatever order its lines are, and an entry that is twice is once', async () => {
  const world = memoryJournal();
  await importInto(world, large(), { zone: 'UTC' });
  const file = await backup(world);
  const text = await file.text();
  const [head, ...rest] = text.split('"entries":[\n');
  const [lines, foot] = (rest[0] ?? '').split('\n],');
  const turned = (lines ?? '').split(',\n').reverse();
  const twice = [...turned, turned[7]].join(',\n');
  const byHand = `${head}"entries":[\n${twice}\n],${foot?.replace('"count":6000', '"count":6001').replace(/,\n"checksum":"[^"]+"/, '')}`;
  const packed = new Blob([gzipSync(Buffer.from(await file.arrayBuffer()))]);
  for (const kept of [file, packed, new Blob([byHand])]) {
    const shares: number[] = [];
    const contents = await readBackup(kept, 'b', { onProgress: (share) => shares.push(share) });
    expect(contents.entries.count).toBe(6000);
    expect([contents.entries.first, contents.entries.last]).toEqual([Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 300, 19)]);
    expect(shares.length).toBeGreaterThan(2);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    const other = memoryJournal();
    await replaceByBackup(other.journal, contents, 'leave', {});
    expect(await exported(other)).toEqual(await exported(world));
    expect(await other.queries.read(checkData)).toMatchObject({ entries: 6000, days: 300, totals: 0, misplaced: 0 });
    expect(other.disk.database.items.get('recent')).toMatchObject({
      value: world.disk.database.items.get('recent')?.value,
    });
  }
});

/** A file on a disk, where somebody else may write. */
class Changing extends Blob {
  now: Blob = this;
  override stream(): ReturnType<Blob['stream']> {
    return this.now === this ? super.stream() : this.now.stream();
  }
}

test('a file that is another when it is restored than when it was looked at changes nothing', async () => {
  const world = await tracked();
  const text = await (await backup(world)).text();
  const file = new Changing([text.replace(/,\n"checksum":"[^"]+"/, '')]);
  const contents = await readBackup(file, 'b', {});
  file.now = new Blob([(await file.text()).replace('Boxes', 'Foxes')]);
  const other = memoryJournal();
  await importInto(other, fixture('imports/harvest.csv'));
  const before = await exported(other);
  await expect(replaceByBackup(other.journal, contents, 'leave', {})).rejects.toMatchObject({ reason: 'notReadable' });
  expect(await exported(other)).toEqual(before);
  expect(other.disk.copy.header).toEqual(other.disk.database.header);
});

test('an entry on the wrong page and one that is there twice are found, and each stands once where it belongs', async () => {
  const world = memoryJournal();
  await importInto(world, large(), { zone: 'UTC' });
  const { items } = world.disk.database;
  const page = (day: string) => items.get(`page:${day}`) as { value: { id: string }[] };
  const [moved] = page('2024-01-02').value;
  const [twice] = page('2024-10-01').value;
  const set = (day: string, value: object[]) =>
    items.set(`page:${day}`, { ...(page(day) as never as object), value } as never);
  set('2024-01-02', page('2024-01-02').value.slice(1));
  set('2024-09-30', [...page('2024-09-30').value, { ...moved }]);
  set('2024-03-03', [...page('2024-03-03').value, { ...twice }]);
  const found = await world.queries.read(checkData);
  // the page of March has the one that is twice first, and so it is the one of October that is too much; only its day's total is wrong
  expect(found).toEqual({ entries: 6001, days: 300, totals: 1, orphans: 0, misplaced: 3 });
  const before = (await exported(world))['entries'] as { id: string }[];
  await mendData(world.journal);
  const after = (await exported(world))['entries'] as { id: string; start: number }[];
  expect(await world.queries.read(checkData)).toEqual({
    entries: 6000,
    days: 300,
    totals: 0,
    orphans: 0,
    misplaced: 0,
  });
  expect(new Set(after.map(({ id }) => id))).toEqual(new Set(before.map(({ id }) => id)));
  expect(after.map(({ start }) => start)).toEqual(after.map(({ start }) => start).toSorted((a, b) => a - b));
});
