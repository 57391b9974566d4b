import type { Ref } from 'preact';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What is wrong with the value, in words; null: nothing. */
  readonly error?: string | null;
  readonly describedBy?: string;
  /** Whether the error stands elsewhere, as `<id>-error`. */
  readonly errorElsewhere?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onInput: (value: string) => void;
  /** The person has finished typing: Enter, or the focus has left. */
  readonly onDone?: () => void;
}

/** One line of text with its label above and its error below. */
export function TextField({
  id,
  label,
  value,
  error = null,
  describedBy,
  errorElsewhere = false,
  inputRef,
  onInput,
  onDone,
}: Props) {
  const described = [error ? `${id}-error` : '', describedBy ?? ''].filter(Boolean).join(' ');
  return (
    <div class="f">
      <label for={id}>{label}</label>
      <input
        class="in"
        type="text"
        id={id}
        ref={inputRef ?? null}
        dir="auto"
        autocomplete="off"
        value={value}
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onInput(event.currentTarget.value)}
        onBlur={onDone}
      />
      {error && !errorElsewhere && (
        <p class="bad" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
