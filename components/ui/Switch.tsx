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
    role="switch"
    id={id}
    checked={on}
    aria-describedby={describedBy}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
);
