import { type Refused, refuse } from '../domain/refusal.ts';
import { storageRefusal } from './storage-refusal.ts';

/** What goes on around every command. */
export interface Around {
  /** Looks at the clock and the pulse before a command: at the first of this worker's life. */
  readonly wake: () => Promise<void>;
  /** Badge, alarm and pulse after a command; may not fail it. */
  readonly after: (saved: boolean) => Promise<void>;
}

export type Guarded = <A extends object>(body: () => Promise<A>) => Promise<A | Refused>;

/** Storage problems become sentences; bugs also go to the browser's own report. */
export const guard =
  ({ wake, after }: Around): Guarded =>
  async (body) => {
    try {
      await wake();
      const answer = await secondChance(body);
      setTimeout(() => void after(true).catch(() => undefined)); // the answer goes first
      return answer;
    } catch (problem) {
      void after(false).catch(() => undefined);
      const reason = storageRefusal(problem);
      if (reason === null) reportError(problem);
      return refuse(reason ?? 'notSaved');
    }
  };

/** A database that was closed under a living worker opens at the second attempt. */
async function secondChance<A>(body: () => Promise<A>): Promise<A> {
  try {
    return await body();
  } catch (problem) {
    if (storageRefusal(problem) !== 'dataUnreadable') throw problem;
    return body();
  }
}
