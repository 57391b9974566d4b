import { useRef, useState } from 'preact/hooks';
import { emptyDraft, type WorkDraft } from './work-draft.ts';

export interface Draft {
  readonly value: WorkDraft;
  readonly change: (part: Partial<WorkDraft>) => void;
  readonly clear: () => void;
  /** With what the same keystroke has just changed, before it is drawn. */
  readonly latest: () => WorkDraft;
}

/** @param initial what stands there until something is typed or chosen, and again after it was cleared */
export function useDraft(initial: WorkDraft = emptyDraft): Draft {
  const [typed, setTyped] = useState<WorkDraft | null>(null);
  const latest = useRef(initial);
  if (typed === null) latest.current = initial;
  return {
    value: typed ?? initial,
    change: (part) => {
      latest.current = { ...latest.current, ...part };
      setTyped(latest.current);
    },
    clear: () => setTyped(null),
    latest: () => latest.current,
  };
}
