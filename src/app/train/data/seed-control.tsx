import { Term } from '../../shared/glossary';
import { NumberControl } from '../../shared/number-control';
import { useApp } from '../state/app';
import { defaultConfig } from '../state/settings';

const largestSeed = 9999;

/** The number that all randomness comes from. */
export function SeedControl() {
  const { settings } = useApp();
  return (
    <div class="seed">
      <NumberControl
        name="seed"
        label="Seed"
        help={
          <>
            Everything random comes from the <Term word="seed" />: the same one gives the same run.
          </>
        }
        value={settings.config.value.seed}
        min={0}
        max={largestSeed}
        step={1}
        initial={defaultConfig.seed}
        problem={settings.problems.value.get('seed')}
        onChange={(seed) => settings.set({ seed })}
      />
      <button
        type="button"
        name="new-seed"
        class="dice"
        aria-label="New seed"
        title="New seed"
        onClick={() => settings.set({ seed: 1 + Math.floor(Math.random() * largestSeed) })}
      >
        <span aria-hidden="true">⚄</span>
      </button>
    </div>
  );
}
