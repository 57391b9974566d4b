import * as v from 'valibot';
import { type Refused, refuse } from '../domain/refusal.ts';
import type { Answer } from './answers.ts';
import { type CommandOf, type CommandType, commandSchema } from './commands.ts';
import {
  type TelemetryAnswer,
  type TelemetryMessageType,
  type TelemetryTable,
  telemetryMessageSchema,
} from './telemetry-messages.ts';

/** One function a command. */
export type CommandTable = { [T in CommandType]: (command: CommandOf<T>) => Promise<Answer<T>> };

/** Answers a message: shape checked here, trusted after. Whatever is no command is refused and changes nothing. */
export async function route(table: CommandTable, message: unknown): Promise<Answer<CommandType> | Refused> {
  const parsed = v.safeParse(commandSchema, message);
  if (!parsed.success) return refuse('misshapen');
  const carryOut = table[parsed.output.type] as (command: unknown) => Promise<Answer<CommandType>>;
  return carryOut(parsed.output);
}

/** The same for what is said to telemetry; undefined when it is not that. */
export async function routeTelemetry(
  table: TelemetryTable,
  message: unknown,
): Promise<TelemetryAnswer<TelemetryMessageType> | undefined> {
  const parsed = v.safeParse(telemetryMessageSchema, message);
  if (!parsed.success) return undefined;
  const answer = table[parsed.output.type] as (message: unknown) => Promise<TelemetryAnswer<TelemetryMessageType>>;
  return answer(parsed.output);
}
