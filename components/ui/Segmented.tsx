interface Props<T extends string> {
  /** Groups the radios; unique on the page. */
  readonly name: string;
  readonly legend: string;
  /** Null: none is chosen. */
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few, side by side. */
export const Segmented = <T extends string>({ name, legend, value, options, onChange }: Props<T>) => (
  <fieldset class="seg">
    <legend class="vh">{legend}</legend>
    {options.map((option) => (
      <label key={option.value}>
        <input
          type="radio"
          name={name}
          value={option.value}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        />
        <span>{option.label}</span>
      </label>
    ))}
  </fieldset>
);
