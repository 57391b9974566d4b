import type { TimeEntry } from '../domain/entry.ts';
import { isRefused, type Refused } from '../domain/refusal.ts';
import type { Command, CommandOf } from '../messaging/commands.ts';
import type { Decision } from '../storage/journal.ts';
import type { JournalReader } from '../storage/reader.ts';
import { answerAway, dropAwayOfGone } from './away-commands.ts';
import { followBreak } from './break.ts';
import { deleteEntries, updateEntries } from './bulk-commands.ts';
import {
  createClient,
  createProject,
  createTag,
  createTask,
  updateClient,
  updateProject,
  updateTag,
  updateTask,
} from './catalogue-commands.ts';
import { deleteThing, mergeThings } from './catalogue-merge.ts';
import type { Context, Handler } from './context.ts';
import { addEntry, deleteEntry, duplicateEntry, mergeNeighbours, splitEntry, updateEntry } from './entry-commands.ts';
import {
  addFavourite,
  removeFavourite,
  reorderFavourites,
  startFavourite,
  updateFavourite,
} from './favourite-commands.ts';
import { takeBackImport } from './import-commands.ts';
import { invoiceEntries, markPaid, unlockEntries } from './invoice-commands.ts';
import { keepInvoiced } from './invoice-lock.ts';
import { dropPomodoro, elapsedPhase, endPomodoro, nextPhase, startPomodoro } from './pomodoro-commands.ts';
import { removeReport, saveReport } from './report-commands.ts';
import { updateSettings } from './settings-commands.ts';
import { continueLast, startText } from './text-commands.ts';
import { continueEntry, discard, pause, resume, startTimer, stop, toggle, updateTimer } from './timer-commands.ts';

const handlers = {
  'timer.start': startTimer,
  'timer.stop': stop,
  'timer.discard': discard,
  'timer.toggle': toggle,
  'timer.continue': continueEntry,
  'timer.continueLast': continueLast,
  'timer.startText': startText,
  'timer.update': updateTimer,
  'timer.pause': pause,
  'timer.resume': resume,
  'entry.add': addEntry,
  'entry.update': updateEntry,
  'entry.delete': deleteEntry,
  'entry.duplicate': duplicateEntry,
  'entry.split': splitEntry,
  'entry.merge': mergeNeighbours,
  'entries.update': updateEntries,
  'entries.delete': deleteEntries,
  'favourite.add': addFavourite,
  'favourite.update': updateFavourite,
  'favourite.remove': removeFavourite,
  'favourite.reorder': reorderFavourites,
  'favourite.start': startFavourite,
  'away.answer': answerAway,
  'pomodoro.start': startPomodoro,
  'pomodoro.next': nextPhase,
  'pomodoro.elapsed': elapsedPhase,
  'pomodoro.end': endPomodoro,
  'client.create': createClient,
  'client.update': updateClient,
  'project.create': createProject,
  'project.update': updateProject,
  'task.create': createTask,
  'task.update': updateTask,
  'tag.create': createTag,
  'tag.update': updateTag,
  'catalogue.merge': mergeThings,
  'catalogue.delete': deleteThing,
  'settings.update': updateSettings,
  'entries.invoice': invoiceEntries,
  'entries.paid': markPaid,
  'entries.unlock': unlockEntries,
  'report.save': saveReport,
  'report.remove': removeReport,
  'import.takeBack': takeBackImport,
} as const;

/**
 * No steps that a person takes back: one whose way back would be as large as all there is (a snapshot is taken before), and
 * what an alarm says.
 */
export const isFinal = ({ type }: Command): boolean => type === 'import.takeBack' || type === 'pomodoro.elapsed';

/** The commands that change what a person has. */
export type ChangingType = keyof typeof handlers;
export const changingTypes = Object.keys(handlers) as ChangingType[];

/** What a command that changes something says beside what every command says. */
export interface Told {
  readonly stopped?: TimeEntry | null;
  readonly entry?: TimeEntry;
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
  if (isRefused(decision)) return decision;
  const told = await dropPomodoro(reader, await dropAwayOfGone(reader, decision));
  return keepInvoiced(reader, await followBreak(reader, told));
}
