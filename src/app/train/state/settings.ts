import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { type CompleteConfig, type RecipeName, recipeNames } from '../../../data/config';
import { sineParameters } from '../../../data/sine-config';
import { type BackendChoice, formatAddress, readAddress } from './address';
import { configProblems } from './config-problems';
import { type PresetName, presets, recipeValues } from './presets';

export type { BackendChoice } from './address';
export { defaultConfig, type PresetName, presets } from './presets';

export interface SettingsStore {
  /** May hold invalid values while someone is typing; see `problems`. */
  config: ReadonlySignal<CompleteConfig>;
  backend: Signal<BackendChoice>;
  /** What is wrong with the configuration, by key; empty when it can be trained with. */
  problems: ReadonlySignal<ReadonlyMap<string, string>>;
  /** What was wrong with the address that the page was opened with; empty if nothing was. */
  addressProblem: Signal<string>;
  /** Whether the address asks for a training to begin by itself. */
  autorun: boolean;
  /** The query of a link that reproduces this configuration, beginning with `?`. */
  query: ReadonlySignal<string>;
  set(patch: Partial<CompleteConfig>): void;
  choosePreset(name: PresetName): void;
  /** Adopts the recipe's values for all training keys; the data and the seed stay. */
  chooseRecipe(name: RecipeName): void;
  /**
   * Adopts the recipe for series from files, unless the training keys are the visitor's own: no preset's and no recipe's.
   */
  suitFiles(): void;
  /** Goes back to the values before `suitFiles`, unless they have been changed since. */
  suitGenerator(): void;
}

/** @param search the query of the page's address. */
export function createSettings(search: string): SettingsStore {
  const { config: initial, backend: initialBackend, autorun, problem } = readAddress(search);
  const config = signal(initial);
  const backend = signal<BackendChoice>(initialBackend);
  const problems = computed(() => configProblems(config.value));
  /** The training values that files have replaced. */
  let replaced: Partial<CompleteConfig> | null = null;
  const chooseRecipe = (name: RecipeName): void => {
    // Invalid data settings stay, for the user to correct.
    config.value = { ...config.value, ...trainingOf(recipeValues(name)) };
  };
  return {
    config,
    backend,
    problems,
    addressProblem: signal(problem),
    autorun,
    query: computed(() => formatAddress(config.value, backend.value)),
    set(patch) {
      config.value = { ...config.value, ...patch };
    },
    choosePreset(name) {
      config.value = { ...presets[name].config, seed: config.value.seed };
    },
    chooseRecipe,
    suitFiles() {
      const before = trainingOf(config.value);
      if (!usual.some((values) => isEqual(values, before))) return;
      replaced = before;
      chooseRecipe('general');
    },
    suitGenerator() {
      const isAsAdopted = isEqual(trainingOf(config.value), trainingOf(recipeValues('general')));
      if (replaced && isAsAdopted) config.value = { ...config.value, ...replaced };
      replaced = null;
    },
  };
}

/** The keys that decide the training: all but those of the data and the seed. */
function trainingOf({ seed: _seed, ...config }: CompleteConfig): Partial<CompleteConfig> {
  return Object.fromEntries(Object.entries(config).filter(([key]) => !(key in sineParameters)));
}

/** The training values of the presets and recipes, which nobody set by hand. */
const usual = [...Object.values(presets).map(({ config }) => config), ...recipeNames.map(recipeValues)].map(
  trainingOf,
);

function isEqual(a: Partial<CompleteConfig>, b: Partial<CompleteConfig>): boolean {
  return (Object.keys(a) as (keyof CompleteConfig)[]).every((key) => a[key] === b[key]);
}
