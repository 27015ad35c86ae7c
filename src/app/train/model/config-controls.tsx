import type { CompleteConfig } from '../../../data/config';
import {
  type ChoiceName,
  type ChoiceParameter,
  hyperParameters,
  type NumberName,
} from '../../../data/hyper-parameters';
import { NumberControl } from '../../shared/number-control';
import { useApp } from '../state/app';
import { recipeValues } from '../state/presets';
import { SelectControl } from './select-control';

/** A number of the configuration; the reset button restores the recipe's value. */
export function Numeric({ field }: { field: NumberName }) {
  const { settings, plan } = useApp();
  const { config, problems } = settings;
  const { label, help, slider } = hyperParameters[field];
  const isUnused = field === 'attention_units' && config.value.score === 'dot';
  const tooLarge =
    field === 'batch_size' && plan.problem.value ? 'Too large for this device; see above.' : undefined;
  return (
    <fieldset class="numeric" disabled={isUnused}>
      <NumberControl
        name={field}
        label={label}
        help={help}
        {...slider}
        {...(isUnused && { help: 'Only the additive score has this layer.' })}
        value={config.value[field]}
        initial={recipeValues(config.value.recipe)[field]}
        problem={problems.value.get(field) ?? tooLarge}
        onChange={(value) => settings.set({ [field]: value })}
      />
    </fieldset>
  );
}

/** A choice of the configuration. */
export function Choice({ field }: { field: ChoiceName }) {
  const { settings } = useApp();
  const { label, help, options } = hyperParameters[field] as ChoiceParameter<CompleteConfig[ChoiceName]>;
  return (
    <SelectControl<CompleteConfig[ChoiceName]>
      name={field}
      label={label}
      help={help}
      options={Object.entries(options).map(([value, name]) => ({
        value: value as CompleteConfig[ChoiceName],
        label: name,
      }))}
      value={settings.config.value[field]}
      onChange={(value) => settings.set({ [field]: value })}
    />
  );
}
