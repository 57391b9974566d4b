/** How many steps can be taken back. */
const KEPT = 100;
/** Older ones are forgotten every so many. */
const SWEEP = 20;

/** What a person did, by the numbers of the commits, the newest last. Kept in the database only. */
export interface History {
  /** What can be taken back. */
  readonly done: readonly number[];
  /** What was taken back and can be done again, until something new is done. */
  readonly undone: readonly number[];
}

/** What a commit is to the history: something new a person did, a step taken back, or one done again. */
export type Deed = { readonly act: string } | { readonly takesBack: number } | { readonly bringsBack: number };

const without = (steps: readonly number[], step: number): number[] => steps.filter((other) => other !== step);

/** The history after a deed, and the steps that nobody can come back to. Something new makes what was taken back unreachable. */
export function historyAfter(
  { done, undone }: History,
  deed: Deed,
  n: number,
): { history: History; forgotten: readonly number[] } {
  if ('takesBack' in deed) {
    const step = deed.takesBack;
    return { history: { done: without(done, step), undone: [...undone, step] }, forgotten: [] };
  }
  if ('bringsBack' in deed) {
    const step = deed.bringsBack;
    return { history: { done: [...done, step], undone: without(undone, step) }, forgotten: [] };
  }
  const all = [...done, n];
  const swept = all.length >= KEPT + SWEEP ? all.length - KEPT : 0;
  return { history: { done: all.slice(swept), undone: [] }, forgotten: [...undone, ...all.slice(0, swept)] };
}
