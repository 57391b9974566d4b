import * as v from 'valibot';
import { type Refused, refuse } from '../domain/refusal.ts';
import { browser, type Runtime } from '../platform/browser.ts';
import type { Answer } from './answers.ts';
import { type CommandOf, type CommandType, commandSchema } from './commands.ts';

/** One function a command. */
export type CommandTable = { [T in CommandType]: (command: CommandOf<T>) => Promise<Answer<T>> };

/** Answers a message: shape checked here, trusted after. Whatever is no command is refused and changes nothing. */
export async function route(table: CommandTable, message: unknown): Promise<Answer<CommandType> | Refused> {
  const parsed = v.safeParse(commandSchema, message);
  if (!parsed.success) return refuse('misshapen');
  const carryOut = table[parsed.output.type] as (command: unknown) => Promise<Answer<CommandType>>;
  return carryOut(parsed.output);
}

/** Listens to the extension's own pages; anything else is refused. */
export function listen(table: CommandTable): void {
  browser.runtime.onMessage.addListener(async (message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id) return refuse('misshapen');
    return route(table, message);
  });
}
