import { useEffect, useRef, useState } from 'preact/hooks';
import { t, type Word } from '../../lib/platform/words.ts';
import { transfer } from './transfer.ts';
import { sentenceOf } from './transferSentence.ts';

export interface Underway {
  readonly what: Word;
  /** 0 to 1. */
  readonly share: number;
  /** Milliseconds that are left; null while that cannot be told. */
  readonly left: number | null;
}

export interface LongWork {
  readonly underway: Underway | null;
  /** Why the last work was not done, as a sentence. */
  readonly problem: string | null;
  readonly run: (
    what: Word,
    body: (task: { onProgress: (share: number) => void; signal: AbortSignal }) => Promise<void>,
  ) => Promise<void>;
  readonly cancel: () => void;
  readonly forget: () => void;
}

/** Milliseconds between two drawings of the progress: drawing at every slice took a fifth of the work. */
const REDRAWN = 50;

/** A guess from so little is none. */
const LEAST_SHARE = 0.05;

/** Work that takes a while: one at a time, with progress, and it can be stopped. */
export function useLongWork(): LongWork {
  const [underway, setUnderway] = useState<Underway | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);

  const run: LongWork['run'] = async (what, body) => {
    if (controller.current) return;
    const own = new AbortController();
    controller.current = own;
    const since = performance.now();
    setProblem(null);
    setUnderway({ what, share: 0, left: null });
    let drawn = 0;
    const onProgress = (share: number): void => {
      const spent = performance.now() - since;
      if (share > 0 && spent - drawn < REDRAWN) return;
      drawn = spent;
      setUnderway({ what, share, left: share < LEAST_SHARE ? null : (spent / share) * (1 - share) });
    };
    try {
      await body({ onProgress, signal: own.signal });
    } catch (thrown) {
      const { Cancelled } = await transfer.read();
      if (!(thrown instanceof Cancelled)) {
        const sentence = await sentenceOf(thrown);
        if (sentence === null) reportError(thrown);
        setProblem(sentence ?? t('transferFailed'));
      }
    } finally {
      controller.current = null;
      setUnderway(null);
    }
  };
  return { underway, problem, run, cancel: () => controller.current?.abort(), forget: () => setProblem(null) };
}
