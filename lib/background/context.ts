import type { Id, Instant } from '../domain/entry.ts';
import type { Refused } from '../domain/refusal.ts';
import type { Decision } from '../storage/journal.ts';
import type { JournalReader } from '../storage/reader.ts';

/** What a command may know of the world besides the journal. */
export interface Context {
  readonly now: Instant;
  /** Zone the computer is set to. */
  readonly zone: string;
  /** The latest instant the clock has shown while an entry ran; null when that is not known. */
  readonly lastAlive: (entryId: Id) => Instant | null;
  readonly newId: () => Id;
}

/** Reads what it needs and says what follows. Writes nothing itself. */
export type Handler<C, R = Record<never, never>> = (
  reader: JournalReader,
  command: C,
  context: Context,
) => Promise<Decision<R> | Refused>;
