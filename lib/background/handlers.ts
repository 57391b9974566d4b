import type { TimeEntry } from '../domain/entry.ts';
import { isRefused, type Refused } from '../domain/refusal.ts';
import type { Command, CommandOf } from '../messaging/commands.ts';
import type { Decision } from '../storage/journal.ts';
import type { JournalReader } from '../storage/reader.ts';
import { answerAway, dropAwayOfGone } from './away-commands.ts';
import type { Context, Handler } from './context.ts';
import { deleteEntry, updateEntry } from './entry-commands.ts';
import { updateSettings } from './settings-commands.ts';
import { continueEntry, discard, startTimer, stop, toggle, updateTimer } from './timer-commands.ts';

const handlers = {
  'timer.start': startTimer,
  'timer.stop': stop,
  'timer.discard': discard,
  'timer.toggle': toggle,
  'timer.continue': continueEntry,
  'timer.update': updateTimer,
  'entry.update': updateEntry,
  'entry.delete': deleteEntry,
  'away.answer': answerAway,
  'settings.update': updateSettings,
} as const;

/** The commands that change what a person has. */
export type ChangingType = keyof typeof handlers;
export const changingTypes = Object.keys(handlers) as ChangingType[];

/** What a command that changes something says beside what every command says. */
export interface Told {
  readonly stopped?: TimeEntry | null;
}

export const isChanging = (command: Command): command is CommandOf<ChangingType> => command.type in handlers;

/** What follows from a command, on the journal as it stands. */
export async function decide(
  reader: JournalReader,
  command: CommandOf<ChangingType>,
  context: Context,
): Promise<Decision<Told> | Refused> {
  const handler = handlers[command.type] as Handler<typeof command, Told>;
  const decision = await handler(reader, command, context);
  return isRefused(decision) ? decision : dropAwayOfGone(reader, decision);
}
