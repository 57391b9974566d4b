import * as v from 'valibot';
import { catalogueCommands } from './commands/catalogue.ts';
import { entryCommands } from './commands/entry.ts';
import { favouriteCommands } from './commands/favourite.ts';
import { importCommands } from './commands/import.ts';
import type { choice } from './commands/parts.ts';
import { pomodoroCommands } from './commands/pomodoro.ts';
import { reportCommands } from './commands/report.ts';
import { settingsCommands } from './commands/settings.ts';
import { timerCommands } from './commands/timer.ts';

/** Every command there is; one file a subject in `commands/`. */
export const commandSchema = v.variant('type', [
  v.strictObject({ type: v.literal('hello') }),
  ...timerCommands,
  ...entryCommands,
  ...favouriteCommands,
  ...pomodoroCommands,
  ...catalogueCommands,
  ...settingsCommands,
  ...reportCommands,
  ...importCommands,
  /** Without a step: the last thing that was done. */
  v.strictObject({ type: v.literal('undo'), step: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(1))) }),
  v.strictObject({ type: v.literal('redo') }),
  v.strictObject({ type: v.literal('history') }),
  v.strictObject({ type: v.literal('notice.dismiss') }),
  v.strictObject({ type: v.literal('data.export') }),
  v.strictObject({ type: v.literal('data.erase') }),
]);

export type Command = v.InferOutput<typeof commandSchema>;
export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>;
export type Choice = v.InferOutput<typeof choice>;
/** Work as a person gives it: things of the catalogue chosen or named. */
export type WorkInput = CommandOf<'timer.start'>['work'];
