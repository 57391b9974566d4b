/** Told how much is done, 0 to 1. */
export type OnProgress = (share: number) => void;

/** What a person who pressed Cancel makes long work end with. */
export class Cancelled extends Error {}

export interface Task {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/** Between two slices of long work: tells how far it is, lets the page breathe. @throws {Cancelled} */
export async function breathe({ onProgress, signal }: Task, share: number): Promise<void> {
  onProgress?.(Math.min(1, share));
  await new Promise((resume) => setTimeout(resume));
  if (signal?.aborted) throw new Cancelled();
}
