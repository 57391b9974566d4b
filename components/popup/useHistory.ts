import { useEffect, useState } from 'preact/hooks';
import { type Answer, isRefused, type Refused } from '../../lib/messaging/answers.ts';
import { t } from '../../lib/platform/words.ts';
import type { PopupActions } from './types.ts';
import type { Commands } from './useCommands.ts';

type Steps = Pick<Exclude<Answer<'history'>, Refused>, 'back' | 'forth'>;

/** What is shown goes first. Milliseconds. */
const REST = 250;

const inTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;

/** In the view of an entry there is nothing to undo yet, and what was done before must not go from under it. */
const behindAView = (): boolean => document.querySelector('.view[hidden] .tools') !== null;

/**
 * Undo and redo of what a person did, also by keys outside text fields, which have an undo of their own.
 * @param changed another value whenever what is stored has changed
 */
export function useHistory(actions: PopupActions, commands: Commands, changed: unknown) {
  const [steps, setSteps] = useState<Steps>({ back: null, forth: null });
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await actions.send({ type: 'history' });
      if (current && !isRefused(answer)) setSteps(answer);
    }, REST);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [changed]);
  const undo = () => void commands.run({ type: 'undo' }, () => commands.say(t('undone')));
  const redo = () => void commands.run({ type: 'redo' }, ({ undo: step }) => commands.say(t('redone'), step));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      if (inTextField(event.target) || behindAView() || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return { undo: steps.back && undo, redo: steps.forth && redo };
}
