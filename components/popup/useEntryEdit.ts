import { useState } from 'preact/hooks';
import type { EntryAddress, Instant, TimeEntry } from '../../lib/domain/entry.ts';
import type { CommandOf } from '../../lib/messaging/commands.ts';
import { type EntryTimes, type TimeField, timesOf, typedInto } from './entry-times.ts';
import type { PopupActions } from './types.ts';
import { useOverlaps } from './useOverlaps.ts';
import { draftOf, toInput, type WorkDraft } from './work-draft.ts';

/** What a person changed of an entry, not saved yet. */
export interface EntryEdit {
  readonly work: WorkDraft;
  readonly times: EntryTimes;
  readonly changed: boolean;
  readonly overlaps: ReturnType<typeof useOverlaps>;
  /** Whether the entries that overlap are shortened on saving. */
  readonly trim: boolean;
  readonly changeWork: (part: Partial<WorkDraft>) => void;
  readonly typeTime: (field: TimeField, text: string) => void;
  readonly setTrim: (trim: boolean) => void;
  readonly command: () => CommandOf<'entry.update'>;
}

export function useEntryEdit(entry: TimeEntry, address: EntryAddress, actions: PopupActions, now: () => Instant): EntryEdit {
  const [part, setPart] = useState<Partial<WorkDraft>>({});
  const [times, setTimes] = useState(() => timesOf(entry, now()));
  const [trim, setTrim] = useState(false);
  const { start, end } = times;
  const moved = start !== entry.start || end !== entry.end;
  const overlaps = useOverlaps(actions, start, end, entry.id);
  return {
    work: { ...draftOf(entry), ...part },
    times,
    changed: moved || times.bad.length > 0 || Object.keys(part).length > 0,
    overlaps,
    trim,
    changeWork: (more) => setPart((before) => ({ ...before, ...more })),
    typeTime: (field, text) => {
      setTimes((before) => typedInto(field, text, before, entry, now()));
      setTrim(false);
    },
    setTrim,
    command: () => ({
      type: 'entry.update',
      entry: address,
      work: toInput(part),
      ...(start === entry.start ? {} : { start }),
      ...(end === entry.end ? {} : { end }),
      ...(trim ? { trim: overlaps.map((overlap) => overlap.address) } : {}),
    }),
  };
}
