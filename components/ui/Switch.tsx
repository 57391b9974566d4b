interface Props {
  readonly id: string;
  readonly on: boolean;
  readonly describedBy?: string;
  readonly onChange: (on: boolean) => void;
}

/** On or off; its label stands beside it. */
export const Switch = ({ id, on, describedBy, onChange }: Props) => (
  <input
    class="sw"
    type="checkbox"
    // biome-ignore lint/a11y/useAriaPropsForRole: a checkbox tells its own state
    role="switch"
    id={id}
    checked={on}
    aria-describedby={describedBy}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
);
