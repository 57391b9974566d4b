import { trackedOf } from '../domain/estimate.ts';
import { isRefused, refuse } from '../domain/refusal.ts';
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
import { type ChangingType, changingTypes, decide, isFinal } from './handlers.ts';
import { storageRefusal } from './storage-refusal.ts';
import { overlapping } from './tracked.ts';

export interface TableParts {
  readonly journal: Journal;
  /** Looks at the clock and the pulse before a command: at the first of this worker's life. */
  readonly wake: () => Promise<void>;
  /** Badge, alarm and pulse after a command; may not fail it. */
  readonly after: (saved: boolean) => Promise<void>;
  /** Told what a command changed; may neither slow nor fail it. */
  readonly did: (command: CommandType, changes: readonly Change[]) => void;
}

async function context(): Promise<Context> {
  const pulse = await readPulse();
  const lastAlive: Context['lastAlive'] = (entryId) => (pulse?.entryId === entryId ? pulse.latest : null);
  return { now: now(), zone: currentZone(), lastAlive, newId };
}

const done = <R>({ result, undo, copyBehind }: Committed<R>) => ({ done: true, undo, copyBehind, ...result }) as const;

/** A database that was closed under a living worker opens at the second attempt. */
async function secondChance<A>(body: () => Promise<A>): Promise<A> {
  try {
    return await body();
  } catch (problem) {
    if (storageRefusal(problem) !== 'dataUnreadable') throw problem;
    return body();
  }
}

/** Which function carries out which command. */
export function commandTable({ journal, wake, after, did }: TableParts): CommandTable {
  /** Storage problems become sentences; bugs also go to the browser's own report. */
  async function guarded<A extends object>(body: () => Promise<A>) {
    try {
      await wake();
      const answer = await secondChance(body);
      setTimeout(() => void after(true).catch(() => undefined)); // the answer goes first
      return answer;
    } catch (problem) {
      void after(false).catch(() => undefined);
      const reason = storageRefusal(problem);
      if (reason === null) reportError(problem);
      return refuse(reason ?? 'notSaved');
    }
  }

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
  const changing = Object.fromEntries(changingTypes.map((type) => [type, carryOut]));

  return {
    ...(changing as unknown as Pick<CommandTable, ChangingType>), // one function for all: each handler is typed
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
        const totals = await journal.read((reader) => reader.totalsBetween('0000-01-01', '9999-12-31'));
        return { ...nothingToUndo, tracked: trackedOf(project, totals) };
      }),
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
    'notice.dismiss': () =>
      guarded(async () => {
        await removeNotice();
        return nothingToUndo;
      }),
    'data.erase': () =>
      guarded(async () => {
        await journal.erase();
        await eraseSnapshots();
        await forgetFolder();
        await forgetTraces();
        return nothingToUndo;
      }),
    'data.export': () => guarded(async () => ({ ...nothingToUndo, json: await journal.export() })),
  };
}
