import { refuse } from '../domain/refusal.ts';
import { browser } from '../platform/browser.ts';
import type { Answer } from './answers.ts';
import type { CommandOf, CommandType } from './commands.ts';

/** After this long a person is told; the command may still be carried out. Milliseconds. */
const PATIENCE = 10_000;
/** For what may rewrite every entry of a decade, on a computer that has other things to do. */
const LONG_PATIENCE = 120_000;
const mayTakeLong = /^(catalogue|client|project|task|settings|entries|import|data|undo|redo)\b/;

const late = (ms: number): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('no answer in time')), ms));

/** The answer, or an error when it takes too long. */
export const inTime = <A>(answer: Promise<A>, ms: number = PATIENCE): Promise<A> => Promise.race([answer, late(ms)]);

/** Sends a command to the worker, which wakes if it slept. No answer is a refusal too. */
export async function send<T extends CommandType>(command: CommandOf<T>): Promise<Answer<T>> {
  try {
    const answer: unknown = await inTime(
      browser.runtime.sendMessage(command),
      mayTakeLong.test(command.type) ? LONG_PATIENCE : PATIENCE,
    );
    // The worker answers every command of its own build; nothing at all comes when it died on the way.
    return (answer ?? refuse('notSaved')) as Answer<T>;
  } catch {
    return refuse('noAnswer');
  }
}
