import * as v from 'valibot';
import { type Command, commandSchema } from './commands.ts';
import { type TelemetryMessage, telemetryMessageSchema } from './telemetry-messages.ts';

const parse = <Output>(schema: v.GenericSchema<unknown, Output>, message: unknown): Output | null => {
  const parsed = v.safeParse(schema, message);
  return parsed.success ? parsed.output : null;
};

/** A command of the right shape; null: it is none. */
export const parseCommand = (message: unknown): Command | null => parse(commandSchema, message);

/** The same for what is said to telemetry. */
export const parseTelemetryMessage = (message: unknown): TelemetryMessage | null =>
  parse(telemetryMessageSchema, message);
