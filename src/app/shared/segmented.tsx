interface SegmentedProps<Value extends string> {
  /** What is chosen, for those who don't see it. */
  legend: string;
  name: string;
  /** Each choice and its words. */
  choices: readonly (readonly [value: Value, label: string])[];
  chosen: Value;
  onChoose(value: Value): void;
}

/** One choice of a few, side by side. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { legend, name, choices, chosen, onChoose } = props;
  return (
    <fieldset class="segmented">
      <legend class="visually-hidden">{legend}</legend>
      {choices.map(([value, label]) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={chosen === value}
            onChange={() => onChoose(value)}
          />
          <span class="choice">{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
