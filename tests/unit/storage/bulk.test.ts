import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { isRefused } from '../../../lib/domain/refusal.ts';
import { totalsOf } from '../../../lib/domain/totals.ts';
import type { Change } from '../../../lib/storage/changes.ts';
import type { Journal } from '../../../lib/storage/journal.ts';
import { entriesIn } from '../../../lib/storage/mend.ts';
import { dayOfEntry } from '../../../lib/storage/page-edits.ts';
import { type CopyState, cloneDatabase, type Disk, emptyDatabase, emptyDisk, Fate, Killed } from './memory.ts';
import { MemoryWorker } from './worker.ts';

const T0 = Date.UTC(2026, 2, 27, 8);
const MINUTE = 60_000;
const DAY = 86_400_000;
const DAYS = 250;

const cloneCopy = ({ header, items }: CopyState): CopyState => ({ header, items: new Map(items) });
const clone = ({ database, copy }: Disk): Disk => ({ database: cloneDatabase(database), copy: cloneCopy(copy) });

/** More days than go over to the second copy in one batch. */
let template: Disk;
beforeAll(async () => {
  template = emptyDisk();
  const worker = new MemoryWorker(template, new Fate());
  for (let i = 0; i < DAYS; i++) {
    const work = { description: `day ${i}`, project: null, task: null, tags: [], billable: false };
    await worker.send({ type: 'timer.start', work }, T0 + i * DAY);
    await worker.send({ type: 'timer.stop' }, T0 + i * DAY + MINUTE);
  }
});

const everyDay = (disk: Disk): Change => ({
  kind: 'entries',
  before: { billable: false, rate: null },
  after: { billable: true, rate: { amount: 6000, currency: 'EUR' } },
  at: entriesIn([...disk.database.items.values()]).map((entry) => [dayOfEntry(entry), [entry.id]]),
});

async function makeBillable(journal: Journal, disk: Disk): Promise<number> {
  const committed = await journal.commit(async () => ({ changes: [everyDay(disk)], result: null }), 'rate.change');
  if (isRefused(committed) || committed.undo === null) throw new Error('it was not carried out');
  return committed.undo;
}

const exportOf = (disk: Disk): Promise<string> => new MemoryWorker(clone(disk), new Fate()).export();

async function restarted(disk: Disk): Promise<MemoryWorker> {
  const worker = new MemoryWorker(disk, new Fate());
  await worker.journal.ready(true);
  await worker.journal.follow();
  return worker;
}

async function expectWhole(disk: Disk): Promise<void> {
  const entries = entriesIn([...disk.database.items.values()]);
  const totals = [...disk.database.totals.values()].filter(({ rows }) => rows.length > 0);
  expect(totals.toSorted((a, b) => (a.day < b.day ? -1 : 1))).toEqual(totalsOf(entries));
  expect(disk.copy.header).toEqual(disk.database.header);
  const text = await exportOf(disk);
  expect(await (await restarted({ database: emptyDatabase(), copy: cloneCopy(disk.copy) })).export()).toBe(text);
}

describe('a change of more days than one batch holds', () => {
  test('is one commit, is acknowledged before the second copy has it all, and can be taken back to the byte', async () => {
    const disk = clone(template);
    const before = await exportOf(disk);
    const n = disk.database.header?.n ?? 0;
    const { journal } = new MemoryWorker(disk, new Fate());
    const step = await makeBillable(journal, disk);
    expect(disk.database.header?.n).toBe(n + 1);
    expect(disk.copy.header).toMatchObject({ n: n + 1, behind: n });
    await journal.follow();
    expect(entriesIn([...disk.database.items.values()]).every((entry) => entry.billable)).toBe(true);
    await expectWhole(disk);
    expect(isRefused(await journal.undo(step))).toBe(false);
    await journal.follow();
    expect(await exportOf(disk)).toBe(before);
    await expectWhole(disk);
  });

  test('is all there or not at all after a kill at any step, and the next start makes both copies whole', async () => {
    const before = await exportOf(template);
    const done = clone(template);
    await makeBillable(new MemoryWorker(done, new Fate()).journal, done);
    const after = await exportOf(done);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (killAt) => {
        const disk = clone(template);
        const { journal } = new MemoryWorker(disk, new Fate(killAt));
        const acknowledged = await makeBillable(journal, disk).then(
          () => true,
          (problem: unknown) => {
            if (!(problem instanceof Killed)) throw problem;
            return false;
          },
        );
        await journal.follow().catch(() => undefined);
        const text = await (await restarted(disk)).export();
        expect(acknowledged ? [after] : [before, after]).toContain(text);
        await expectWhole(disk);
      }),
      { numRuns: 40 },
    );
  });

  test('made while the second copy still follows the one before reaches it too', async () => {
    const disk = clone(template);
    const { journal } = new MemoryWorker(disk, new Fate());
    const step = await makeBillable(journal, disk);
    await journal.read(async () => undefined); // lets a slice go over
    await journal.undo(step);
    await journal.follow();
    await expectWhole(disk);
  });

  test('whose second copy cannot be written reaches it with the next command', async () => {
    const disk = clone(template);
    let full = true;
    const worker = new MemoryWorker(disk, new Fate(), () => full);
    await makeBillable(worker.journal, disk);
    expect(disk.database.header?.behind).not.toBeNull();
    full = false;
    await worker.send({ type: 'timer.toggle' }, T0 + DAYS * DAY);
    await worker.journal.follow();
    await expectWhole(disk);
  });

  test('is not taken back when one of its entries was given something else since, and is when another field was', async () => {
    const disk = clone(template);
    const worker = new MemoryWorker(disk, new Fate());
    const step = await makeBillable(worker.journal, disk);
    const [entry] = entriesIn([...disk.database.items.values()]);
    if (!entry) throw new Error('no entry');
    const address = { day: dayOfEntry(entry), id: entry.id };
    const update = (work: object) => worker.send({ type: 'entry.update', entry: address, work }, T0 + DAYS * DAY);
    await update({ billable: false });
    expect(await worker.journal.undo(step)).toEqual({ refused: 'changedSince' });
    await update({ billable: true, description: 'said otherwise' });
    expect(isRefused(await worker.journal.undo(step))).toBe(false);
    expect((await worker.journal.read((reader) => reader.entry(address)))?.description).toBe('said otherwise');
  });
});
