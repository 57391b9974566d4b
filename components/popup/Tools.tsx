import { useState } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { Favourites } from './Favourites.tsx';
import type { PopupActions, PopupData } from './types.ts';
import type { Commands } from './useCommands.ts';
import { useHistory } from './useHistory.ts';

interface Props {
  readonly data: PopupData;
  readonly actions: PopupActions;
  readonly commands: Commands;
  readonly onAdd: () => void;
  readonly onSelect: () => void;
}

/** What can be done besides the timer: the line above the entries. */
export function Tools({ data, actions, commands, onAdd, onSelect }: Props) {
  const [open, setOpen] = useState(false);
  const history = useHistory(actions, commands, data);
  const pinned = data.favourites.length > 0 || data.running !== null;
  return (
    <>
      <div class="tools">
        <button class="fold" type="button" onClick={onAdd}>
          <Icon name="plus" size={14} />
          {t('addEntry')}
        </button>
        {pinned && (
          <button
            class="fold"
            type="button"
            aria-expanded={open}
            aria-controls="favourites"
            onClick={() => setOpen(!open)}
          >
            {t('favourites')}
            <Icon name="down" />
          </button>
        )}
        {data.pages.length > 0 && (
          <button class="fold" type="button" aria-label={t('selectEntries')} onClick={onSelect}>
            {t('select')}
          </button>
        )}
        <span class="grow" />
        {(history.undo || history.redo) && (
          <span class="steps">
            <Step name="undo" label={t('undoLast')} run={history.undo} />
            <Step name="redo" label={t('redoLast')} run={history.redo} />
          </span>
        )}
      </div>
      {pinned && open && <Favourites id="favourites" data={data} commands={commands} />}
    </>
  );
}

interface StepProps {
  readonly name: 'undo' | 'redo';
  readonly label: string;
  /** Null: there is nothing. */
  readonly run: (() => void) | null;
}

/** It keeps the focus when there is nothing left to do. */
const Step = ({ name, label, run }: StepProps) => (
  <button
    class="icon"
    type="button"
    aria-label={label}
    title={label}
    aria-disabled={run === null}
    onClick={() => run?.()}
  >
    <Icon name={name} />
  </button>
);
