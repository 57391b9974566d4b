import type { Id, TimeEntry } from '../domain/entry.ts';
import type { TrackedOf } from '../domain/estimate.ts';
import type { Overlap } from '../domain/overlap.ts';
import type { Refused } from '../domain/refusal.ts';
import type { CommandType } from './commands.ts';

export { isRefused, type RefusalReason, type Refused } from '../domain/refusal.ts';

/** What every carried-out command says. */
export interface Done {
  readonly done: true;
  /** Step to give back to `undo`; null when there is nothing to undo. */
  readonly undo: number | null;
  /** True when the second copy could not be written and will follow. */
  readonly copyBehind: boolean;
}

/** Of a command that changed nothing a person takes back. */
export const nothingToUndo = { done: true, undo: null, copyBehind: false } as const satisfies Done;

/** What was made. */
interface Made {
  readonly id: Id;
}

/** How many entries were rewritten. */
interface Rewritten {
  readonly entries: number;
}

interface Extra {
  'timer.start': { readonly stopped: TimeEntry | null };
  'timer.stop': { readonly stopped: TimeEntry };
  'timer.continue': { readonly stopped: TimeEntry | null };
  'timer.pause': { readonly stopped: TimeEntry };
  'timer.resume': { readonly stopped: TimeEntry | null };
  'favourite.start': { readonly stopped: TimeEntry | null };
  'timer.toggle': { readonly stopped: TimeEntry | null };
  'entry.add': { readonly entry: TimeEntry };
  'entry.duplicate': { readonly entry: TimeEntry };
  'entry.merge': { readonly entry: TimeEntry };
  undo: { readonly act: string | null };
  redo: { readonly act: string | null };
  /** What undo and redo would concern: types of commands; null when there is nothing. */
  history: {
    readonly back: { readonly act: string | null } | null;
    readonly forth: { readonly act: string | null } | null;
  };
  'project.tracked': { readonly tracked: TrackedOf };
  'entry.overlaps': { readonly overlaps: readonly Overlap[] };
  'client.create': Made;
  'client.update': Rewritten;
  'project.create': Made;
  'project.update': Rewritten;
  'task.create': Made;
  'task.update': Rewritten;
  'tag.create': Made;
  'settings.update': Rewritten;
  'catalogue.merge': Rewritten;
  'catalogue.delete': Rewritten;
  'data.export': { readonly json: string };
}

export type Answer<T extends CommandType> = (Done & (T extends keyof Extra ? Extra[T] : unknown)) | Refused;
