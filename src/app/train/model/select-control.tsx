import { useId } from 'preact/hooks';

interface SelectControlProps<Value extends string> {
  name: string;
  label: string;
  /** One sentence that says what it does. */
  help: string;
  value: Value;
  options: readonly { value: Value; label: string }[];
  isDisabled?: boolean;
  onChange(value: Value): void;
}

/** A choice of a few, which looks like the number controls beside it. */
export function SelectControl<Value extends string>(props: SelectControlProps<Value>) {
  const { name, label, help, value, options, isDisabled = false, onChange } = props;
  const id = useId();
  return (
    <div class="select-control">
      <label for={id}>{label}</label>
      <select
        id={id}
        name={name}
        disabled={isDisabled}
        aria-describedby={`${id}-help`}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
      <p class="help" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
