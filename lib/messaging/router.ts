import { type Refused, refuse } from '../domain/refusal.ts';
import type { Answer } from './answers.ts';
import type { CommandOf, CommandType } from './commands.ts';
import { isHello } from './hello.ts';
import type { TelemetryAnswer, TelemetryMessageType, TelemetryTable } from './telemetry-messages.ts';

/** The shapes of all messages take their time to build: a worker that has only woken to say hello does without. */
const shapes = () => import('./parse.ts');

/** One function a command. */
export type CommandTable = { [T in CommandType]: (command: CommandOf<T>) => Promise<Answer<T>> };

/** Answers a message: shape checked here, trusted after. Whatever is no command is refused and changes nothing. */
export async function route(table: CommandTable, message: unknown): Promise<Answer<CommandType> | Refused> {
  if (isHello(message)) return table.hello(message);
  const command = (await shapes()).parseCommand(message);
  if (command === null) return refuse('misshapen');
  const carryOut = table[command.type] as (command: unknown) => Promise<Answer<CommandType>>;
  return carryOut(command);
}

/** The same for what is said to telemetry; undefined when it is not that. */
export async function routeTelemetry(
  table: TelemetryTable,
  message: unknown,
): Promise<TelemetryAnswer<TelemetryMessageType> | undefined> {
  if (isHello(message)) return undefined;
  const parsed = (await shapes()).parseTelemetryMessage(message);
  if (parsed === null) return undefined;
  const answer = table[parsed.type] as (message: unknown) => Promise<TelemetryAnswer<TelemetryMessageType>>;
  return answer(parsed);
}
