import { useEffect } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';
import type { Commands } from './useCommands.ts';

const textField = [
  'input:not([type=checkbox], [type=radio], [type=button], [type=file], [data-untouched])',
  'textarea',
  '[contenteditable]',
].join();

/** It has an undo of its own. One that nothing was typed in yet may say so by `data-untouched`. */
const inTextField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(textField) !== null;

/** In the form of an entry there is nothing to undo yet, and what was done before must not go from under it. */
const behindAForm = (): boolean => document.querySelector('.view[hidden] .tools, dialog[open]') !== null;

/** Undo and redo of what a person did, and their keys outside text fields: on every page the same, with the same words. */
export function useUndoKeys(commands: Commands) {
  const undo = () => void commands.run({ type: 'undo' }, () => commands.say(t('undone')));
  const redo = () => void commands.run({ type: 'redo' }, ({ undo: step }) => commands.say(t('redone'), step));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      const key = event.key.toLowerCase();
      if (inTextField(event.target) || behindAForm() || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      if (key === 'y' || event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return { undo, redo };
}
