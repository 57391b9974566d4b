import { useRef, useState } from 'preact/hooks';
import { emptyDraft, type WorkDraft } from './work-draft.ts';

export interface Draft {
  readonly value: WorkDraft;
  readonly change: (part: Partial<WorkDraft>) => void;
  readonly clear: () => void;
  /** With what the same keystroke has just changed, before it is drawn. */
  readonly latest: () => WorkDraft;
}

export function useDraft(initial: WorkDraft = emptyDraft): Draft {
  const [value, setValue] = useState(initial);
  const latest = useRef(initial);
  const set = (next: WorkDraft) => {
    latest.current = next;
    setValue(next);
  };
  return {
    value,
    change: (part) => set({ ...latest.current, ...part }),
    clear: () => set(emptyDraft),
    latest: () => latest.current,
  };
}
