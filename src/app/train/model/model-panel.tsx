import { type RecipeName, recipeNames } from '../../../data/config';
import { hyperParameters } from '../../../data/hyper-parameters';
import { listOf } from '../../shared/format';
import { useApp } from '../state/app';
import { changedFromRecipe } from '../state/presets';
import { BackendControl } from './backend-control';
import { Choice, Numeric } from './config-controls';
import { differences } from './difference';
import './model.css';
import { PlanFacts } from './plan-facts';

/** The network and how it is trained. */
export function ModelPanel() {
  return (
    <section class="stack model-panel" id="model" aria-labelledby="model-title">
      <h3 id="model-title">Network</h3>
      <p class="quiet">
        An LSTM reads each series in both directions, attention weighs its moments, and one layer decides.
      </p>
      <OfNextRun />
      <Recipes />
      <Numeric field="units" />
      <Numeric field="attention_units" />
      <Choice field="score" />
      <PlanFacts />
      <details>
        <summary>How it is trained</summary>
        <div class="stack">
          <Numeric field="steps" />
          <Numeric field="length_folds" />
          <Numeric field="epochs" />
          <Numeric field="patience" />
          <Numeric field="batch_size" />
          <Numeric field="learning_rate" />
          <Choice field="schedule" />
          <Numeric field="warmup_steps" />
          <Numeric field="clip_norm" />
          <Numeric field="noise" />
          <Numeric field="dropout" />
          <Choice field="class_weight" />
          <Choice field="keep" />
          <Choice field="initialisation" />
          <Choice field="scaling" />
          <Choice field="missing" />
          <Choice field="difference" />
          <Choice field="decimate" />
          <Numeric field="longest" />
          <BackendControl />
        </div>
      </details>
    </section>
  );
}

const recipeTexts: Record<RecipeName, { label: string; help: string }> = {
  robust: { label: 'Robust', help: 'for generated waves; learns whatever the seed' },
  general: { label: 'General', help: 'for your own series' },
  article: { label: 'Paialunga’s', help: 'exactly as in his article; needs patience' },
};

function Recipes() {
  const { settings, data } = useApp();
  const config = settings.config.value;
  const { recipe, steps, epochs, learning_rate } = config;
  const changed = changedFromRecipe(config);
  const length = steps > 0 ? `at least ${steps} steps` : `at most ${epochs} epochs`;
  return (
    <fieldset>
      <legend>Recipe</legend>
      <div class="presets">
        {recipeNames.map((name) => (
          <label class="preset" key={name}>
            <input
              type="radio"
              name="recipe"
              value={name}
              checked={recipe === name}
              onChange={() => settings.chooseRecipe(name)}
            />
            <span>
              {recipeTexts[name].label}
              <small>{recipeTexts[name].help}</small>
            </span>
          </label>
        ))}
      </div>
      <p class="help">
        A recipe sets all values below. Now: {length} at a learning rate of {learning_rate}.
      </p>
      {changed.length > 0 && (
        <p class="quiet recipe-changes">
          {recipeTexts[recipe].label}, changed:{' '}
          {listOf(changed.map((name) => hyperParameters[name].label.toLowerCase()))}.{' '}
          <button
            type="button"
            class="plain"
            name="apply-recipe"
            onClick={() => settings.chooseRecipe(recipe)}
          >
            Apply {recipeTexts[recipe].label}
          </button>
        </p>
      )}
      {data.file.value && recipe !== 'general' && (
        <p class="quiet">
          These values were chosen for generated waves. For your own series, choose General.
        </p>
      )}
    </fieldset>
  );
}

/** The settings of the run shown, where they differ from the current ones. */
function OfNextRun() {
  const { run, settings, data } = useApp();
  const origin = run.origin.value;
  if (!origin || settings.problems.value.size > 0) return null;
  const words = differences(origin.config, settings.config.value);
  if (origin.file !== data.file.value) words.push(origin.file?.name ?? 'generated series');
  if (words.length === 0) return null;
  return (
    <p class="quiet next-run">These settings are for the next run. The one shown had: {listOf(words)}.</p>
  );
}
