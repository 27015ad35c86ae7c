import { bounds } from '../../benchmark/settings';

interface NumberFieldProps<Value> {
  name: keyof typeof bounds;
  label: string;
  value: Value;
  /** Shown where there is no value. */
  placeholder?: string;
  onChange(value: number): void;
  /** Called when the field is emptied. */
  onClear?: () => void;
}

/** A whole number within the bounds of its name; any other is marked as wrong and not adopted. */
export function NumberField<Value extends number | undefined>(props: NumberFieldProps<Value>) {
  const { name, label, value, placeholder, onChange, onClear } = props;
  const [min, max] = bounds[name];
  return (
    <label class="field">
      {label}
      <input
        type="number"
        name={name}
        min={min}
        max={max}
        required={!onClear}
        placeholder={placeholder}
        value={value ?? ''}
        onChange={({ currentTarget }) => {
          if (currentTarget.value === '') onClear?.();
          else if (currentTarget.validity.valid) onChange(currentTarget.valueAsNumber);
        }}
      />
    </label>
  );
}
