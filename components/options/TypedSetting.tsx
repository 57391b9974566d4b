import { useEffect, useState } from 'preact/hooks';

interface Props<T> {
  readonly id: string;
  /** The control's name where its label does not stand beside it. */
  readonly label?: string;
  readonly value: T;
  readonly show: (value: T) => string;
  /** What was typed, or null when it cannot be meant. */
  readonly read: (text: string) => T | null;
  /** Says what to type instead. */
  readonly problem: string;
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly onSave: (value: T) => void;
}

/** A short text field for one setting: saved on Enter and when the focus leaves; what cannot be read stays, and is not saved. */
export function TypedSetting<T>(props: Props<T>) {
  const { id, value, show, read, onSave } = props;
  const [text, setText] = useState(show(value));
  const [bad, setBad] = useState(false);
  useEffect(() => setText(show(value)), [show(value)]);
  const save = () => {
    const typed = read(text);
    setBad(typed === null);
    if (typed === null) return;
    setText(show(typed));
    if (show(typed) !== show(value)) onSave(typed);
  };
  return (
    <span class="typed">
      <input
        class="in n4 num"
        type="text"
        id={id}
        autocomplete="off"
        value={text}
        aria-label={props.label}
        aria-invalid={bad ? 'true' : undefined}
        aria-describedby={[bad ? `${id}-error` : '', props.describedBy ?? ''].filter(Boolean).join(' ') || undefined}
        disabled={props.disabled}
        onInput={(event) => setText(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => event.key === 'Enter' && save()}
      />
      {bad && (
        <span class="bad" id={`${id}-error`} role="alert">
          {props.problem}
        </span>
      )}
    </span>
  );
}
