import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exportJson } from '../../../lib/storage/export.ts';
import { checkData } from '../../../lib/transfer/check.ts';
import { commitImport } from '../../../lib/transfer/commit-import.ts';
import { mergeBackup } from '../../../lib/transfer/merge.ts';
import { readBackup } from '../../../lib/transfer/read-backup.ts';
import { replaceByBackup } from '../../../lib/transfer/restore.ts';
import { cloneDatabase, type Disk, emptyDisk, Fate, Killed } from '../storage/memory.ts';
import { importInto, lookAt, memoryJournal } from './journal.ts';

const fixture = (name: string): string => readFileSync(join(import.meta.dirname, '../../fixtures', name), 'utf8');
type World = ReturnType<typeof memoryJournal>;

const cloned = (disk: Disk): Disk => ({
  database: cloneDatabase(disk.database),
  copy: { header: disk.copy.header, items: new Map(disk.copy.items) },
});
const exported = ({ queries }: World): Promise<string> => queries.read(exportJson);

/** More days than one slice of the second copy holds. */
const manyDays = (): string => {
  const rows = Array.from({ length: 230 }, (_, i) => {
    const day = Temporal.PlainDate.from('2025-01-01').add({ days: i }).toString();
    return `Day ${i},Many,${day},09:00:00,${day},10:00:00,01:00:00`;
  });
  return ['Description,Project,Start date,Start time,End date,End time,Duration', ...rows].join('\n');
};

/** Ends the run at every step of `act`, and looks at what the next start finds. */
async function killEverywhere(act: (world: World) => Promise<unknown>): Promise<number> {
  const base = emptyDisk();
  await importInto(memoryJournal(base), fixture('imports/toggl-detailed.csv'));
  const before = await exported(memoryJournal(cloned(base)));
  const done = memoryJournal(cloned(base));
  await act(done);
  const wanted = contentOf(await exported(done));
  for (let step = 1; ; step += 1) {
    const disk = cloned(base);
    const fate = new Fate(step);
    const killed = await act(memoryJournal(disk, fate)).then(
      () => false,
      (problem: unknown) => {
        if (!(problem instanceof Killed)) throw problem;
        return true;
      },
    );
    const after = memoryJournal(disk);
    await after.journal.ready(true);
    await after.journal.follow();
    const found = await exported(after);
    expect([contentOf(before), wanted], `killed at step ${step}`).toContain(contentOf(found));
    if (!killed) expect(contentOf(found)).toBe(wanted);
    expect(disk.copy.header).toEqual(disk.database.header);
    expect(await after.queries.read(checkData)).toMatchObject({ totals: 0, orphans: 0, misplaced: 0 });
    const lost = { ...disk, database: emptyDisk().database };
    expect(contentOf(await exported(memoryJournal(lost))), 'rebuilt from the second copy').toBe(contentOf(found));
    if (!killed && fate.steps < step) return step;
  }
}

/** Without what differs from run to run: ids and instants of making. */
const contentOf = (json: string): string =>
  json.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id').replace(/"(created|changed)": \d+/g, '"$1": 0');

test('an import is there or not, whatever step the browser is killed at', async () => {
  const act = async (world: World): Promise<void> => {
    await commitImport(world.journal, await lookAt(world, manyDays()), {});
    await world.journal.follow();
  };
  expect(await killEverywhere(act)).toBeGreaterThan(10);
}, 60_000);

test('a restore is there or not, replacing or adding', async () => {
  const source = memoryJournal();
  await importInto(source, manyDays());
  const backup = new Blob([await exported(source)]);
  const contents = await readBackup(backup, 'b', {});
  for (const restore of [replaceByBackup, mergeBackup]) {
    const act = async (world: World): Promise<void> => {
      await restore(world.journal, contents, 'leave', {});
      await world.journal.follow();
    };
    expect(await killEverywhere(act)).toBeGreaterThan(10);
  }
}, 60_000);

test('what was erased does not return from either copy', async () => {
  const base = emptyDisk();
  await importInto(memoryJournal(base), manyDays());
  for (let step = 1, killed = true; killed; step += 1) {
    const disk = cloned(base);
    killed = await memoryJournal(disk, new Fate(step))
      .journal.erase()
      .then(
        () => false,
        () => true,
      );
    // The second copy's header is written first: from then on nothing is left, whichever copy is lost.
    const begun = disk.copy.header?.base !== base.copy.header?.base;
    for (const one of [disk, { ...disk, database: base.database }, { ...disk, database: emptyDisk().database }]) {
      const after = memoryJournal(cloned(one));
      await after.journal.ready(true);
      if (begun) expect(JSON.parse(await exported(after)).entries, `killed at step ${step}`).toEqual([]);
    }
  }
}, 60_000);
