import { useEffect, useRef, useState } from 'preact/hooks';
import type { RunningEntry } from '../../lib/domain/entry.ts';
import type { Commands } from './useCommands.ts';
import { draftOf, toInput, type WorkDraft } from './work-draft.ts';

/**
 * The running entry's work with what was changed here and is not stored yet. A refused change stays as it was typed.
 */
export function useRunningDraft(running: RunningEntry, commands: Commands) {
  const [typed, setTyped] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Partial<WorkDraft>>({});
  const latest = useRef({ typed, running });
  latest.current = { typed, running };

  const type = (description: string) => setTyped(description);
  const save = (part: Partial<WorkDraft>) => {
    setChosen((before) => ({ ...before, ...part }));
    if (part.description !== undefined) setTyped(null);
    return commands.run({ type: 'timer.update', work: toInput(part) });
  };
  const commit = async () => {
    const { typed: description, running: entry } = latest.current;
    if (description === null) return;
    if (description.trim() === entry.description) setTyped(null);
    else await commands.run({ type: 'timer.update', work: toInput({ description }) });
  };
  // What is stored now takes the place of what was chosen; a text still being typed stays.
  useEffect(() => {
    setChosen({});
    setTyped((description) => (description?.trim() === running.description ? null : description));
  }, [running]);
  useEffect(() => {
    const leave = () => {
      if (document.hidden) void commit();
    };
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  }, []);
  const value: WorkDraft = { ...draftOf(running), ...chosen, ...(typed === null ? {} : { description: typed }) };
  return { value, type, commit, save };
}
