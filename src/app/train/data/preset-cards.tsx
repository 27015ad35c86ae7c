import type { CompleteConfig } from '../../../data/config';
import { useApp } from '../state/app';
import { type PresetName, presets } from '../state/settings';

/** The configurations that come with the project; the one in use is marked. */
export function PresetCards() {
  const { settings } = useApp();
  const config = settings.config.value;
  return (
    <fieldset class="presets">
      <legend class="visually-hidden">Start with</legend>
      {(Object.keys(presets) as PresetName[]).map((name) => (
        <label key={name} class="preset">
          <input
            type="radio"
            name="preset"
            value={name}
            checked={isSame(config, presets[name].config)}
            onChange={() => settings.choosePreset(name)}
          />
          <span>
            {presets[name].label}
            <small>{presets[name].hint}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The seed is not part of a preset. */
function isSame(config: CompleteConfig, preset: CompleteConfig): boolean {
  const keys = Object.keys(preset) as (keyof CompleteConfig)[];
  return keys.every((key) => key === 'seed' || config[key] === preset[key]);
}
