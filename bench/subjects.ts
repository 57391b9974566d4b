import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from './browser.ts';
import { Page } from './page.ts';
import type { PageScope } from './page-scope.ts';

/** The product, the floor, and a second floor that tells how much of a difference is noise. */
export type Role = 'subject' | 'floor' | 'control';
export const ROLES: readonly Role[] = ['subject', 'floor', 'control'];

export interface Subject {
  readonly role: Role;
  readonly id: string;
}

export type Folders = Readonly<Record<Role, string>>;

/** Folders to load: the floor's copy elsewhere is another extension to the browser. */
export async function prepareFolders(subject: string, scratch: string): Promise<Folders> {
  const floor = join(import.meta.dirname, 'floor');
  const folders = { subject, floor: join(scratch, 'floor'), control: join(scratch, 'control') };
  await cp(floor, folders.floor, { recursive: true });
  await cp(floor, folders.control, { recursive: true });
  return folders;
}

export async function loadAll(browser: Browser, folders: Folders): Promise<Subject[]> {
  const loaded: Subject[] = [];
  for (const role of ROLES) loaded.push({ role, id: await browser.load(folders[role]) });
  return loaded;
}

export const urlOf = ({ id }: Subject, file: string): string => `chrome-extension://${id}/${file}`;

/** A page of the extension that runs none of its code: the manifest shown as text. */
export async function openPlainPage(browser: Browser, subject: Subject): Promise<Page> {
  const page = await Page.open(browser.cdp);
  await page.navigate(urlOf(subject, 'manifest.json'));
  return page;
}

export interface Answered {
  /** From just before the message was sent until its answer was there; the page's clock, milliseconds. */
  readonly ms: number;
  readonly answer: Record<string, unknown> | null;
}

export const ask = (page: Page, message: Message, within?: number): Promise<Answered> =>
  page.run(timeMessage, [message], within);

async function timeMessage(message: unknown): Promise<Answered> {
  const { chrome } = globalThis as unknown as PageScope;
  const begun = performance.now();
  const answer = await chrome.runtime.sendMessage(message);
  return { ms: performance.now() - begun, answer: (answer ?? null) as Answered['answer'] };
}

/** Why something could not be measured: said in the report instead of a number. */
export class NotMeasured extends Error {}

export interface Message {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** @throws {NotMeasured} when the extension refused */
export async function askDone(page: Page, message: Message, within?: number): Promise<Answered> {
  const answered = await ask(page, message, within);
  if (answered.answer?.done !== true) {
    throw new NotMeasured(`${message.type} was answered ${JSON.stringify(answered.answer)}`);
  }
  return answered;
}
