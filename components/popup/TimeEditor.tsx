import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../lib/platform/words.ts';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly error: string | null;
  readonly saveLabel: string;
  readonly onInput: (text: string) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  /** What stands between the field and the buttons. */
  readonly children?: ComponentChildren;
  /** Buttons beside the field. */
  readonly steps?: ComponentChildren;
}

/** One typed time. Enter saves, Escape leaves it as it was. */
export function TimeEditor(props: Props) {
  const { error, onSave, onCancel } = props;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.select();
    field.current?.closest('.when')?.scrollIntoView({ block: 'nearest' });
  }, []);
  useEffect(() => {
    if (error) field.current?.focus();
  }, [error]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset inside the form would need a legend of its own
    <div
      class="when"
      role="group"
      aria-label={props.label}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter') onSave();
        else onCancel();
      }}
    >
      <div class="row wrap ends">
        <TextField
          id={props.id}
          label={props.label}
          value={props.text}
          error={error}
          errorElsewhere
          inputRef={field}
          onInput={props.onInput}
        />
        {props.steps}
      </div>
      {error && (
        <p class="bad" id={`${props.id}-error`} role="alert">
          {error}
        </p>
      )}
      {props.children}
      <div class="row">
        <button class="btn primary sm" type="button" onClick={onSave}>
          {props.saveLabel}
        </button>
        <button class="btn sm" type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </div>
    </div>
  );
}
