import { EVERY_DAY } from '../domain/days.ts';
import { trackedOf } from '../domain/estimate.ts';
import { isRefused } from '../domain/refusal.ts';
import { nothingToUndo } from '../messaging/answers.ts';
import type { CommandOf, CommandType } from '../messaging/commands.ts';
import type { CommandTable } from '../messaging/router.ts';
import { currentZone, now } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { forgetFolder } from '../storage/backup/chosen-folder.ts';
import { eraseSnapshots } from '../storage/backup/snapshots.ts';
import type { Change } from '../storage/changes.ts';
import { removeNotice } from '../storage/copy/notice-board.ts';
import { readPulse } from '../storage/copy/pulse.ts';
import { forgetTraces } from '../storage/copy/traces.ts';
import type { Committed, Journal } from '../storage/journal.ts';
import { nextSteps } from '../storage/take-back.ts';
import type { Context } from './context.ts';
import { type Around, type Guarded, guard } from './guard.ts';
import { type ChangingType, changingTypes, decide, isFinal } from './handlers.ts';
import { overlapping } from './tracked.ts';

interface TableParts extends Around {
  readonly journal: Journal;
  /** Told what a command changed; may neither slow nor fail it. */
  readonly did: (command: CommandType, changes: readonly Change[]) => void;
}

async function context(): Promise<Context> {
  const pulse = await readPulse();
  const lastAlive: Context['lastAlive'] = (entryId) => (pulse?.entryId === entryId ? pulse.latest : null);
  return { now: now(), zone: currentZone(), lastAlive, newId };
}

const done = <R>({ result, undo, copyBehind }: Committed<R>) => ({ done: true, undo, copyBehind, ...result }) as const;

/** Which function carries out which command. */
export function commandTable(parts: TableParts): CommandTable {
  const guarded = guard(parts);
  return {
    ...changing(parts, guarded),
    ...reading(parts.journal, guarded),
    ...steps(parts.journal, guarded),
    ...onAllData(parts.journal, guarded),
    'notice.dismiss': () =>
      guarded(async () => {
        await removeNotice();
        return nothingToUndo;
      }),
  };
}

/** One function for all that change something: each handler is typed. */
function changing({ journal, did }: TableParts, guarded: Guarded): Pick<CommandTable, ChangingType> {
  const carryOut = (command: CommandOf<ChangingType>) =>
    guarded(async () => {
      const world = await context();
      let changes: readonly Change[] = [];
      const committed = await journal.commit(
        async (reader) => {
          const decided = await decide(reader, command, world);
          changes = isRefused(decided) ? [] : decided.changes;
          return decided;
        },
        isFinal(command) ? null : command.type,
      );
      if (isRefused(committed)) return committed;
      did(command.type, changes);
      return done(committed);
    });
  return Object.fromEntries(changingTypes.map((type) => [type, carryOut])) as unknown as Pick<
    CommandTable,
    ChangingType
  >;
}

const reading = (
  journal: Journal,
  guarded: Guarded,
): Pick<CommandTable, 'hello' | 'entry.overlaps' | 'project.tracked'> => ({
  hello: () => {
    // Read beside what the worker reads on waking; a problem shows itself where it is awaited.
    const there = journal.hasSecondCopy();
    there.catch(() => undefined);
    return guarded(async () => {
      if (!(await there)) await journal.ready(false);
      return nothingToUndo;
    });
  },
  'entry.overlaps': ({ start, end, except }) =>
    guarded(async () => {
      const overlaps = await journal.read((reader) => overlapping(reader, { start, end }, except, now()));
      return { ...nothingToUndo, overlaps };
    }),
  'project.tracked': ({ project }) =>
    guarded(async () => {
      const totals = await journal.read((reader) => reader.totalsBetween(EVERY_DAY.first, EVERY_DAY.last));
      return { ...nothingToUndo, tracked: trackedOf(project, totals) };
    }),
});

const steps = (journal: Journal, guarded: Guarded): Pick<CommandTable, 'undo' | 'redo' | 'history'> => ({
  undo: ({ step }) =>
    guarded(async () => {
      const committed = await journal.undo(step);
      return isRefused(committed) ? committed : done(committed);
    }),
  redo: () =>
    guarded(async () => {
      const committed = await journal.redo();
      return isRefused(committed) ? committed : done(committed);
    }),
  history: () => guarded(async () => ({ ...nothingToUndo, ...(await journal.read(nextSteps)) })),
});

const onAllData = (journal: Journal, guarded: Guarded): Pick<CommandTable, 'data.erase' | 'data.export'> => ({
  'data.erase': () =>
    guarded(async () => {
      await journal.erase();
      await eraseSnapshots();
      await forgetFolder();
      await forgetTraces();
      return nothingToUndo;
    }),
  'data.export': () => guarded(async () => ({ ...nothingToUndo, json: await journal.export() })),
});
