import { useState } from 'preact/hooks';
import type { RecipeName } from '../../model/recipes';

export interface RunSettings {
  points: number;
  series: number;
  recipe: RecipeName;
  seed: number;
}

interface RunFormProps {
  /** Whether there is a device to train on. */
  ready: boolean;
  running: boolean;
  onTrain: (settings: RunSettings) => void;
  onStop: () => void;
}

const quick: RunSettings = { points: 100, series: 2000, recipe: 'robust', seed: 0 };

export function RunForm({ ready, running, onTrain, onStop }: RunFormProps) {
  const [settings, setSettings] = useState(quick);
  const number = (name: 'points' | 'series' | 'seed', label: string, min: number, max: number) => (
    <label>
      {label}
      <input
        type="number"
        name={name}
        min={min}
        max={max}
        required
        disabled={running}
        value={settings[name]}
        onInput={(event) => setSettings({ ...settings, [name]: event.currentTarget.valueAsNumber })}
      />
    </label>
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onTrain(settings);
      }}
    >
      {number('points', 'Points of a series', 20, 5000)}
      {number('series', 'Series', 20, 100_000)}
      <label>
        Recipe
        <select
          name="recipe"
          disabled={running}
          value={settings.recipe}
          onChange={(event) => setSettings({ ...settings, recipe: event.currentTarget.value as RecipeName })}
        >
          <option value="robust">robust</option>
          <option value="article">article</option>
        </select>
      </label>
      {number('seed', 'Seed', 0, Number.MAX_SAFE_INTEGER)}
      <button type="submit" disabled={!ready || running}>
        Train
      </button>
      <button type="button" disabled={!running} onClick={onStop}>
        Stop
      </button>
    </form>
  );
}
