import { useEffect, useRef } from 'preact/hooks';
import { NumberControl } from '../../shared/number-control';
import { useApp } from '../state/app';
import { type DataControl, type RangeGroup, rangeGroups, sizeControls } from '../state/generator-fields';
import { defaultConfig } from '../state/settings';

/** All the generator's numbers, folded away at first. */
export function GeneratorControls() {
  const { settings } = useApp();
  const groupKeys = rangeGroups.flatMap(({ controls }) => controls).map(({ key }) => key);
  const keys = [...sizeControls.map(({ key }) => key), ...groupKeys];
  const details = useOpenedBy(keys.some((key) => settings.problems.value.has(key)));
  return (
    <details class="generator" id="generator" ref={details}>
      <summary>The generator</summary>
      <div class="stack">
        <fieldset class="stack">
          <legend class="visually-hidden">Size</legend>
          {sizeControls.map((control) => (
            <Control key={control.key} control={control} />
          ))}
        </fieldset>
        {rangeGroups.map((group) => (
          <Range key={group.name} group={group} />
        ))}
      </div>
    </details>
  );
}

/** A range that numbers are drawn from; when folded, it shows its ends. */
function Range({ group }: { group: RangeGroup }) {
  const { settings } = useApp();
  const { name, legend, help, unit, controls } = group;
  const config = settings.config.value;
  const details = useOpenedBy(controls.some(({ key }) => settings.problems.value.has(key)));
  return (
    <details class="range" data-group={name} ref={details}>
      <summary>
        <span>{legend}</span>{' '}
        <output>
          {config[`min_${name}`]} to {config[`max_${name}`]}
          {unit && <span class="unit"> {unit}</span>}
        </output>
      </summary>
      <fieldset class="stack">
        <legend class="visually-hidden">{legend}</legend>
        <p class="help">{help}</p>
        {controls.map((control) => (
          <Control key={control.key} control={control} />
        ))}
      </fieldset>
    </details>
  );
}

function Control({ control }: { control: DataControl }) {
  const { settings } = useApp();
  const { key, ...looks } = control;
  return (
    <NumberControl
      {...looks}
      name={key}
      value={settings.config.value[key]}
      initial={defaultConfig[key]}
      problem={settings.problems.value.get(key)}
      onChange={(value) => settings.set({ [key]: value })}
    />
  );
}

/** Details that open when something in them is wrong, and are left alone after that. */
function useOpenedBy(isWrong: boolean) {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (isWrong && details.current) details.current.open = true;
  }, [isWrong]);
  return details;
}
