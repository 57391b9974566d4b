import type { Client, Project, Task } from '../../lib/domain/catalogue.ts';
import type { RunningEntry, TimeEntry } from '../../lib/domain/entry.ts';
import type { Settings } from '../../lib/domain/settings.ts';
import type { Answer } from '../../lib/messaging/answers.ts';
import type { CommandOf, CommandType, WorkInput } from '../../lib/messaging/commands.ts';
import type { Surface } from '../e2e/drivers/surface.ts';

/** The browser's own API, as a page of the extension sees it inside `evaluate`. */
declare const browser: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: { local: { get(keys: unknown): Promise<Record<string, unknown>>; set(items: object): Promise<void> } };
};

/** What `data.export` holds, as far as the proofs look at it. */
export interface Exported {
  readonly settings: Settings;
  readonly running: RunningEntry | null;
  readonly entries: readonly TimeEntry[];
  readonly projects: readonly Project[];
  readonly clients: readonly Client[];
  readonly tasks: readonly Task[];
}

/** Sends a command as the interface does, through the same message. */
export function send<T extends CommandType>(surface: Surface, command: CommandOf<T>): Promise<Answer<T>> {
  return surface.evaluate(
    async (message: unknown) => (await browser.runtime.sendMessage(message)) as never,
    command as unknown,
  ) as Promise<Answer<T>>;
}

/** The same, for commands that must be carried out. */
export async function sendDone<T extends CommandType>(surface: Surface, command: CommandOf<T>) {
  const answer = await send(surface, command);
  if ('refused' in answer) throw new Error(`${command.type} was refused: ${answer.refused}`);
  return answer as Exclude<Answer<T>, { refused: unknown }>;
}

export const work = (description: string, project: string | null = null): WorkInput => ({
  description,
  project: project === null ? null : { create: project },
  task: null,
  tags: [],
  billable: false,
});

/** The exported bytes: what must stay the same whatever happens. */
export async function exportedText(surface: Surface): Promise<string> {
  const { json } = await sendDone(surface, { type: 'data.export' });
  return json;
}

export const exported = async (surface: Surface): Promise<Exported> => JSON.parse(await exportedText(surface));

export function storedLocally(surface: Surface, keys: readonly string[]): Promise<Record<string, unknown>> {
  return surface.evaluate((wanted: readonly string[]) => browser.storage.local.get([...wanted]), keys);
}

export function storeLocally(surface: Surface, items: Record<string, unknown>): Promise<void> {
  return surface.evaluate((values: object) => browser.storage.local.set(values), items);
}
