import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DayTotal, totalsOf } from '../../../lib/domain/totals.ts';
import type { Command, WorkInput } from '../../../lib/messaging/commands.ts';
import { entriesIn } from '../../../lib/storage/mend.ts';
import { cloneDatabase, type Disk, emptyDatabase, emptyDisk, Fate, Killed } from './memory.ts';
import { MemoryWorker } from './worker.ts';

const T0 = Date.UTC(2026, 2, 27, 8);
const HOUR = 3_600_000;

const work = (description: string, project: string | null): WorkInput => ({
  description,
  project: project === null ? null : { create: project },
  task: null,
  tags: [{ create: `tag ${description}` }],
  billable: true,
});

/** A step of a person's day; what it refers to is chosen when it is carried out. */
const all = ['start', 'stop', 'pause', 'discard', 'rename', 'earlier', 'move', 'delete', 'undo', 'redo'] as const;
type Act = (typeof all)[number];
const acts = fc.array(fc.constantFrom<Act>(...all), {
  minLength: 1,
  maxLength: 14,
});

function commandFor(act: Act, disk: Disk, i: number, now: number): Command {
  const entries = entriesIn([...disk.database.items.values()]);
  const entry = entries[i % Math.max(1, entries.length)];
  const day = (start: number): string => new Date(start + HOUR).toISOString().slice(0, 10);
  const address = entry ? dayAndId(disk, entry.id) : { day: day(now), id: '00000000-0000-7000-8000-000000000000' };
  switch (act) {
    case 'start':
      return { type: 'timer.start', work: work(`work ${i}`, i % 2 ? `project ${i % 3}` : null) };
    case 'stop':
      return { type: 'timer.stop' };
    case 'pause':
      return { type: 'timer.pause' };
    case 'discard':
      return { type: 'timer.discard' };
    case 'rename':
      return { type: 'timer.update', work: { description: `renamed ${i}` } };
    case 'earlier':
      return { type: 'timer.update', start: now - 30 * HOUR };
    case 'move':
      return { type: 'entry.update', entry: address, start: (entry?.start ?? now) - 26 * HOUR };
    case 'delete':
      return { type: 'entry.delete', entry: address };
    case 'undo':
      return i % 2 ? { type: 'undo', step: disk.database.header?.n || 1 } : { type: 'undo' };
    case 'redo':
      return { type: 'redo' };
  }
}

function dayAndId(disk: Disk, id: string): { day: string; id: string } {
  for (const [key, item] of disk.database.items) {
    if (key.startsWith('page:') && entriesIn([item]).some((entry) => entry.id === id)) return { day: key.slice(5), id };
  }
  throw new Error('an entry stands on no page');
}

interface Lived {
  /** The export after the last acknowledged command, and after the one that was cut off if it was carried out. */
  readonly acknowledged: string;
  readonly possible: string[];
  readonly killed: boolean;
}

/** Carries out the acts until a kill ends it. A twin without a kill says what each command should have led to. */
async function live(disk: Disk, plan: readonly Act[], fate: Fate): Promise<Lived> {
  const worker = new MemoryWorker(disk, fate);
  let acknowledged = await exportOf(disk);
  for (const [i, act] of plan.entries()) {
    const now = T0 + i * 5 * HOUR;
    const command = commandFor(act, disk, i, now);
    try {
      await worker.send(command, now);
      acknowledged = await exportOf(disk);
    } catch (problem) {
      if (!(problem instanceof Killed)) throw problem;
      return { acknowledged, possible: [acknowledged, await exportOf(disk)], killed: true };
    }
  }
  return { acknowledged, possible: [acknowledged], killed: false };
}

/** What the database holds now, read by a worker of its own that is never killed and writes nothing. */
async function exportOf(disk: Disk): Promise<string> {
  const twin: Disk = {
    database: cloneDatabase(disk.database),
    copy: { ...disk.copy, items: new Map(disk.copy.items) },
  };
  return new MemoryWorker(twin, new Fate()).export();
}

async function restart(disk: Disk): Promise<{ text: string; notices: string[]; worker: MemoryWorker }> {
  const worker = new MemoryWorker(disk, new Fate());
  await worker.journal.ready(true);
  await worker.journal.follow();
  return { text: await worker.export(), notices: worker.notices.map((notice) => notice.code), worker };
}

/** A day without time may have a total without rows or none at all. */
const withTime = (totals: Iterable<DayTotal>): DayTotal[] =>
  [...totals].filter(({ rows }) => rows.length > 0).sort((a, b) => (a.day < b.day ? -1 : 1));

async function expectWhole(disk: Disk): Promise<void> {
  const rebuilt = totalsOf(entriesIn([...disk.database.items.values()]));
  expect(withTime(disk.database.totals.values())).toEqual(withTime(rebuilt));
  expect(disk.copy.header?.behind).toBeNull();
  const { text, notices } = await restart({ database: emptyDatabase(), copy: disk.copy });
  expect(text).toBe(await exportOf(disk));
  if (disk.database.items.size > 0) expect(notices).toEqual(['noticeDatabaseRebuilt']);
}

describe('the two copies', () => {
  test('a kill at any step loses nothing that was acknowledged, and both copies are whole after the next start', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.integer({ min: 1, max: 120 }), async (plan, killAt) => {
        const disk = emptyDisk();
        const lived = await live(disk, plan, new Fate(killAt));
        const { text } = await restart(disk);
        expect(lived.possible).toContain(text);
        await expectWhole(disk);
      }),
      { numRuns: 300 },
    );
  });

  test('a database lost after a kill at any step comes back from the second copy, with what was acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.integer({ min: 1, max: 120 }), async (plan, killAt) => {
        const disk = emptyDisk();
        const lived = await live(disk, plan, new Fate(killAt));
        disk.database = emptyDatabase();
        const { text } = await restart(disk);
        expect(lived.possible).toContain(text);
        await expectWhole(disk);
      }),
      { numRuns: 300 },
    );
  });

  test('a database that is older than the second copy is brought up to date', async () => {
    await fc.assert(
      fc.asyncProperty(acts, acts, async (before, after) => {
        const disk = emptyDisk();
        await live(disk, before, new Fate());
        const old = cloneDatabase(disk.database);
        const lived = await live(disk, after, new Fate());
        const commits = (disk.database.header?.n ?? 0) - (old.header?.n ?? 0);
        disk.database = old;
        const { text, notices } = await restart(disk);
        expect(text).toBe(lived.acknowledged);
        expect(notices).toEqual(commits > 0 && old.header ? ['noticeDatabaseCaughtUp'] : []);
        await expectWhole(disk);
      }),
      { numRuns: 200 },
    );
  });

  test('a second copy that is lost, cut, or older is made whole again and changes nothing in the database', async () => {
    await fc.assert(
      fc.asyncProperty(
        acts,
        acts,
        fc.constantFrom('lost', 'cut', 'older'),
        fc.nat(),
        async (before, after, how, pick) => {
          const disk = emptyDisk();
          await live(disk, before, new Fate());
          const old = { header: disk.copy.header, items: new Map(disk.copy.items) };
          const lived = await live(disk, after, new Fate());
          const size = disk.copy.items.size;
          if (how === 'lost') disk.copy = { header: null, items: new Map() };
          if (how === 'older') disk.copy = old;
          if (how === 'cut')
            for (const key of [...disk.copy.items.keys()].slice(pick % (size + 1))) disk.copy.items.delete(key);
          const { text } = await restart(disk);
          expect(text).toBe(lived.acknowledged);
          await expectWhole(disk);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('a database whose items were cut off is rebuilt, and a kill while it is rebuilt loses nothing', async () => {
    await fc.assert(
      fc.asyncProperty(acts, fc.nat(), fc.integer({ min: 1, max: 12 }), async (plan, pick, killAt) => {
        const disk = emptyDisk();
        const lived = await live(disk, plan, new Fate());
        const keys = [...disk.database.items.keys()];
        for (const key of keys.slice(pick % (keys.length + 1))) disk.database.items.delete(key);
        await new MemoryWorker(disk, new Fate(killAt)).journal.ready(true).catch(() => undefined);
        const { text } = await restart(disk);
        expect(text).toBe(lived.acknowledged);
        await expectWhole(disk);
      }),
      { numRuns: 200 },
    );
  });
});
