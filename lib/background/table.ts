import { isRefused, refuse } from '../domain/refusal.ts';
import type { Answer } from '../messaging/answers.ts';
import type { CommandOf, CommandType } from '../messaging/commands.ts';
import type { CommandTable } from '../messaging/router.ts';
import { currentZone, now } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { removeNotice } from '../storage/copy/notice-board.ts';
import { readPulse } from '../storage/copy/pulse.ts';
import { exportJson } from '../storage/export.ts';
import type { Committed, Journal } from '../storage/journal.ts';
import { answerAway, dropAwayOfGone } from './away-commands.ts';
import type { Context, Handler } from './context.ts';
import { deleteEntry, updateEntry } from './entry-commands.ts';
import { storageRefusal } from './storage-refusal.ts';
import { continueEntry, discard, startTimer, stop, toggle, updateTimer } from './timer-commands.ts';
import { overlapping } from './tracked.ts';

export interface TableParts {
  readonly journal: Journal;
  /** Looks at the clock and the pulse before a command: at the first of this worker's life. */
  readonly wake: () => Promise<void>;
  /** Badge, alarm and pulse after a command; may not fail it. */
  readonly after: (saved: boolean) => Promise<void>;
}

const nothingToUndo = { done: true, undo: null, copyBehind: false } as const;

async function context(): Promise<Context> {
  const pulse = await readPulse();
  return { now: now(), zone: currentZone(), lastAlive: pulse?.latest ?? null, newId };
}

const done = <R>({ result, undo, copyBehind }: Committed<R>) => ({ done: true, undo, copyBehind, ...result }) as const;

/** Which function carries out which command. */
export function commandTable({ journal, wake, after }: TableParts): CommandTable {
  /** Storage problems become sentences; bugs go on to the browser's own report after the person was told. */
  async function guarded<A extends object>(body: () => Promise<A>) {
    try {
      await wake();
      const answer = await body();
      void after(true).catch(() => undefined);
      return answer;
    } catch (problem) {
      void after(false).catch(() => undefined);
      const reason = storageRefusal(problem);
      if (reason === null) queueMicrotask(() => reportError(problem));
      return refuse(reason ?? 'notSaved');
    }
  }

  const carryOut =
    <T extends CommandType, R extends object>(handler: Handler<CommandOf<T>, R>) =>
    (command: CommandOf<T>) =>
      guarded(async () => {
        const world = await context();
        const committed = await journal.commit(async (reader) => {
          const decision = await handler(reader, command, world);
          return isRefused(decision) ? decision : dropAwayOfGone(reader, decision);
        });
        return isRefused(committed) ? committed : done(committed);
      }) as Promise<Answer<T>>;

  return {
    hello: () =>
      guarded(async () => {
        await journal.ready(false);
        return nothingToUndo;
      }),
    'timer.start': carryOut(startTimer),
    'timer.stop': carryOut(stop),
    'timer.discard': carryOut(discard),
    'timer.toggle': carryOut(toggle),
    'timer.continue': carryOut(continueEntry),
    'timer.update': carryOut(updateTimer),
    'entry.update': carryOut(updateEntry),
    'entry.delete': carryOut(deleteEntry),
    'away.answer': carryOut(answerAway),
    'entry.overlaps': ({ start, end, except }) =>
      guarded(async () => {
        const overlaps = await journal.read((reader) => overlapping(reader, start, end, except));
        return { ...nothingToUndo, overlaps };
      }),
    undo: ({ step }) =>
      guarded(async () => {
        const committed = await journal.undo(step);
        return isRefused(committed) ? committed : done({ ...committed, result: {} });
      }),
    'notice.dismiss': () =>
      guarded(async () => {
        await removeNotice();
        return nothingToUndo;
      }),
    'data.export': () => guarded(async () => ({ ...nothingToUndo, json: await journal.read(exportJson) })),
  };
}
