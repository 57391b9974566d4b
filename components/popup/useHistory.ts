import { useEffect, useState } from 'preact/hooks';
import { type Answer, isRefused, type Refused } from '../../lib/messaging/answers.ts';
import type { PopupActions } from './types.ts';
import type { Commands } from './useCommands.ts';
import { useUndoKeys } from './useUndoKeys.ts';

type Steps = Pick<Exclude<Answer<'history'>, Refused>, 'back' | 'forth'>;

/** What is shown goes first. Milliseconds. */
const REST = 250;

/**
 * Undo and redo of what a person did, also by keys; null when there is nothing.
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
  const { undo, redo } = useUndoKeys(commands);
  return { undo: steps.back && undo, redo: steps.forth && redo };
}
