import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { test } from 'vitest';
import type { DayTotal } from '../../lib/domain/totals.ts';
import { openDatabase } from '../../lib/storage/database.ts';
import { makeDatabase } from '../../lib/storage/make-database.ts';
import { nextSteps } from '../../lib/storage/take-back.ts';
import { compare, type Real, sequences } from '../model/compare.ts';
import { ZONE } from '../model/state.ts';
import { emptyDisk, Fate } from './storage/memory.ts';
import { MemoryWorker } from './storage/worker.ts';

const T0 = Date.UTC(2026, 9, 24, 14);
const MINUTE = 60_000;

/** A worker whose clock stands until a command comes, and goes on by some minutes with each. */
function realOf(start: () => MemoryWorker, totals: (worker: MemoryWorker) => Promise<readonly DayTotal[]>): Real {
  let worker = start();
  let now = T0;
  return {
    send: async (command) => {
      const said = await worker.send(command, now, ZONE);
      now += 7 * MINUTE;
      return said === 'refused' ? (worker.refusals.at(-1) ?? 'refused') : null;
    },
    export: () => worker.export(),
    totals: () => totals(worker),
    offers: async () => {
      const { back, forth } = await worker.journal.read(nextSteps);
      return { undo: back !== null, redo: forth !== null };
    },
    restart: async () => {
      worker = start();
    },
    now: () => now,
    carriedOutAt: (_, sent) => sent,
  };
}

const totalsOf = (worker: MemoryWorker): Promise<readonly DayTotal[]> =>
  worker.journal.read((reader) => reader.totalsBetween('0000-01-01', '9999-12-31'));

function inMemory(): Real {
  const disk = emptyDisk();
  return realOf(() => new MemoryWorker(disk, new Fate()), totalsOf);
}

test('whatever a person does, in whatever order: the data are what a plain model says, and undo and redo give the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(sequences(12, 40), (steps) => compare(inMemory(), steps)),
    { numRuns: Number(process.env['MODEL_RUNS'] ?? 150) },
  );
}, 600_000);

test('the same in the database of a browser', async () => {
  const disk = emptyDisk();
  const start = () => new MemoryWorker(disk, new Fate(), () => false, openDatabase(makeDatabase));
  const steps = fc.sample(sequences(150, 150), 1).flat();
  await compare(realOf(start, totalsOf), steps);
}, 120_000);
