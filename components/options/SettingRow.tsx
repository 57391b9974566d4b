import type { ComponentChildren } from 'preact';
import { Switch } from '../ui/Switch.tsx';

interface RowProps {
  /** The control's; without one the row holds several, which name themselves. */
  readonly id?: string;
  readonly name: string;
  /** What the setting does, in one line; the control is described by it. */
  readonly help?: string | null;
  readonly children: ComponentChildren;
}

export const helpId = (id: string): string => `${id}-help`;

/** One setting: its name, a line of help, its control at the end. */
export const SettingRow = ({ id, name, help, children }: RowProps) => (
  <div class="set">
    {id ? (
      <label class="n" for={id}>
        {name}
      </label>
    ) : (
      <span class="n">{name}</span>
    )}
    {help && (
      <p class="h" id={id && helpId(id)}>
        {help}
      </p>
    )}
    <div class="c">{children}</div>
  </div>
);

interface SwitchProps extends Omit<RowProps, 'children' | 'id'> {
  readonly id: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export const SwitchRow = ({ id, name, help, on, onChange }: SwitchProps) => (
  <SettingRow id={id} name={name} help={help ?? null}>
    <Switch id={id} on={on} {...(help ? { describedBy: helpId(id) } : {})} onChange={onChange} />
  </SettingRow>
);
