import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';

interface Props {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asked before unsaved changes go; takes the place of the buttons below the form. */
export function DiscardChanges({ onKeep, onDiscard }: Props) {
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);
  return (
    <div
      class="bar"
      role="alertdialog"
      aria-labelledby="discard-changes"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onKeep();
      }}
    >
      <b class="grow" id="discard-changes">
        {t('discardChanges')}
      </b>
      <button class="btn" type="button" ref={keep} onClick={onKeep}>
        {t('keepEditing')}
      </button>
      <button class="btn danger" type="button" onClick={onDiscard}>
        {t('discard')}
      </button>
    </div>
  );
}
