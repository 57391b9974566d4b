import { useEffect, useRef, useState } from 'preact/hooks';
import type { Instant, TimeEntry } from '../../lib/domain/entry.ts';
import { formatLocale } from '../../lib/platform/words.ts';
import { durationText } from '../duration-text.ts';
import { newTimes, type TimeField, tidied, timesAt, typedInto } from './entry-times.ts';
import type { PopupActions } from './types.ts';
import { useOverlaps } from './useOverlaps.ts';
import { draftOf, type WorkDraft } from './work-draft.ts';

interface Editing {
  readonly actions: PopupActions;
  readonly now: () => Instant;
  readonly entry: TimeEntry;
  /** Whether the entry is only about to be added. */
  readonly isNew: boolean;
}

/** What was changed in the form of an entry, and what it overlaps. */
export function useEntryEditing({ actions, entry, isNew, now }: Editing) {
  const [draft, setDraft] = useState<WorkDraft>(() => draftOf(entry));
  const [trim, setTrim] = useState(false);
  const [strict, setStrict] = useState(false);
  const around = { entry, now: now(), locale: formatLocale(), duration: durationText };
  const begin = isNew ? newTimes : timesAt;
  const [times, setTimes] = useState(() => begin(entry.start, entry.end, around));
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const timed = times.start !== entry.start || times.end !== entry.end;
  const asked = (isNew || timed) && times.bad.size === 0;
  const { overlaps, look } = useOverlaps(
    actions,
    asked ? times.start : null,
    asked ? times.end : null,
    isNew ? null : entry.id,
  );
  const worked = JSON.stringify(draft) !== JSON.stringify(draftOf(entry));
  return {
    draft,
    change: (part: Partial<WorkDraft>) => setDraft((before) => ({ ...before, ...part })),
    times,
    type: (field: TimeField, text: string) => setTimes((before) => typedInto(field, text, before, around)),
    tidy: (field: TimeField) => setTimes((before) => tidied(field, before, around)),
    put: (start: Instant, end: Instant) => setTimes(begin(start, end, around)),
    overlaps,
    look,
    trim,
    setTrim,
    /** What goes with a command that saves the times. */
    trims: trim && overlaps.length > 0 ? { trim: overlaps.map(({ address }) => address) } : {},
    strict,
    worked,
    timed,
    changed: worked || timed || times.bad.size > 0,
    first,
    /** From now on what is wrong is said. @returns false, with the focus on the first wrong field */
    isRight: (): boolean => {
      setStrict(true);
      const [wrong] = times.bad;
      if (wrong) document.getElementById(`edit-${wrong}`)?.focus();
      return wrong === undefined;
    },
  };
}

export type EntryEditing = ReturnType<typeof useEntryEditing>;
