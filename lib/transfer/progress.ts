/** Told how much is done, 0 to 1. */
export type OnProgress = (share: number) => void;

/** What a person who pressed Cancel makes long work end with. */
export class Cancelled extends Error {}

export interface Task {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** A turn of the page's own; a timer would wait a second at a time in a tab that is not looked at. */
const turn = (): Promise<void> =>
  new Promise((resume) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resume();
    };
    port2.postMessage(null);
  });

/** Between two slices of long work: tells how far it is, where it knows; lets the page breathe. @throws {Cancelled} */
export async function breathe({ onProgress, signal }: Task, share: number | null): Promise<void> {
  if (share !== null) onProgress?.(Math.min(1, share));
  await turn();
  if (signal?.aborted) throw new Cancelled();
}

/** What is called between two slices inside a transaction, which has turns of its own. @throws {Cancelled} to end it */
export const betweenSlices =
  ({ onProgress, signal }: Task): OnProgress =>
  (share) => {
    if (signal?.aborted) throw new Cancelled();
    onProgress?.(share);
  };
