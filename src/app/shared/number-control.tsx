import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

export interface NumberControlProps {
  /** Name of the number field; the slider's is `${name}-slider`. */
  name: string;
  label: string;
  /** One sentence that says what it does. */
  help?: ComponentChildren;
  unit?: string;
  value: number;
  /** Range of the slider; the number field takes any number, and `problem` says when it is not allowed. */
  min: number;
  max: number;
  /** Step of the slider and of the field's arrows. */
  step: number;
  /** The slider moves by factors instead of differences. */
  logarithmic?: boolean;
  /** The value that the reset button restores; the button is shown while the value differs. */
  initial?: number;
  /** What is wrong with the value, or empty. */
  problem?: string | undefined;
  onChange(value: number): void;
}

/** A number with a slider for the usual values and a field for any. */
export function NumberControl(props: NumberControlProps) {
  const { name, label, help, unit, value, min, max, step, logarithmic, initial, onChange } = props;
  const id = useId();
  // The field may be empty while someone is typing.
  const problem = props.problem && (Number.isNaN(value) ? 'A number is missing here.' : props.problem);
  const toSlider = (number: number) => (logarithmic ? Math.log10(Math.max(number, min)) : number);
  const fromSlider = (number: number) =>
    logarithmic ? Number((10 ** number).toPrecision(2)) : Number(number.toPrecision(12));
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const field = useRef<HTMLInputElement>(null);
  // Writing the value back at each keystroke would turn "0." into "0" while someone is typing.
  useLayoutEffect(() => {
    const input = field.current;
    if (input && !Object.is(input.valueAsNumber, value))
      input.value = Number.isFinite(value) ? String(value) : '';
  }, [value]);
  const canReset = initial !== undefined && value !== initial;
  return (
    <div class="number-control">
      <label for={id}>
        {label}
        {unit && <span class="unit"> {unit}</span>}
      </label>
      <button
        type="button"
        class="reset"
        aria-label={`Reset ${label} to ${initial}`}
        title={`Back to ${initial}`}
        disabled={!canReset}
        onClick={() => initial !== undefined && onChange(initial)}
      >
        ↺
      </button>
      <input
        type="range"
        name={`${name}-slider`}
        aria-label={`${label}, slider`}
        min={toSlider(min)}
        max={toSlider(max)}
        step={logarithmic ? 0.01 : step}
        value={Number.isFinite(value) ? toSlider(value) : toSlider(min)}
        aria-valuetext={[value, unit].filter((part) => part !== '').join(' ')}
        onInput={(event) => onChange(fromSlider(event.currentTarget.valueAsNumber))}
      />
      <input
        ref={field}
        type="number"
        id={id}
        name={name}
        // The arrows step from any value; what is allowed is checked by the configuration.
        step={logarithmic ? 'any' : step}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={described || undefined}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      {help && (
        <p class="help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {problem && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
