import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress, ReadingParts } from '../../lib/storage/report-reading.ts';
import { useJournalQueries } from './useJournal.ts';

export { eachPage, tallyEntries, tallyTotals } from '../../lib/storage/report-reading.ts';
export type { ReadingParts };

export interface Reading<T> {
  /** The last answer; while it is read anew for other inputs it stands. Null until there is one. */
  readonly value: T | null;
  /** Whether the answer is that of other inputs. */
  readonly old: boolean;
  /** Null when nothing is being read, or not for longer than a blink. */
  readonly progress: Progress | null;
  readonly cancelled: boolean;
  readonly cancel: () => void;
  readonly again: () => void;
}

/** Milliseconds a reading may take before it is worth telling how far it is. */
const BLINK = 150;

interface State<T> {
  readonly value: T | null;
  readonly old: boolean;
  readonly progress: Progress | null;
  readonly cancelled: boolean;
}

/**
 * Reads what may take a while, can be given up, and says how far it is; anew for other inputs.
 * @param body null while what it needs is not there yet
 */
export function useReading<T>(
  body: ((parts: ReadingParts) => Promise<T>) | null,
  inputs: readonly unknown[],
): Reading<T> {
  const queries = useJournalQueries();
  const [state, setState] = useState<State<T>>({ value: null, old: false, progress: null, cancelled: false });
  const [attempt, setAttempt] = useState(0);
  const current = useRef<AbortController | null>(null);
  useEffect(() => {
    if (!body) return;
    const controller = new AbortController();
    const { signal } = controller;
    current.current = controller;
    const begun = performance.now();
    setState((before) => (before.value === null ? before : { ...before, old: true, cancelled: false }));
    const onProgress = (progress: Progress): void => {
      if (!signal.aborted && performance.now() - begun > BLINK) setState((before) => ({ ...before, progress }));
    };
    body({ queries, signal, onProgress }).then(
      (value) => {
        if (!signal.aborted) setState({ value, old: false, progress: null, cancelled: false });
      },
      (problem: unknown) => {
        if (!signal.aborted) reportError(problem);
      },
    );
    return () => controller.abort();
  }, [queries, attempt, ...inputs]);
  const cancel = (): void => {
    current.current?.abort();
    setState((before) => ({ ...before, progress: null, cancelled: true }));
  };
  return { ...state, cancel, again: () => setAttempt((n) => n + 1) };
}
