import { helpId, SettingRow } from './SettingRow.tsx';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly help: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** One of several, in the browser's own list. */
export const SelectRow = ({ id, name, help, value, options, onChange }: Props) => (
  <SettingRow id={id} name={name} help={help}>
    <select
      class="in"
      id={id}
      value={value}
      aria-describedby={helpId(id)}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </SettingRow>
);
