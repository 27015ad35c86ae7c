import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import articleConfig from '../../../../configs/article.json';
import quickConfig from '../../../../configs/quick.json';
import {
  type CompleteConfig,
  checkRunConfig,
  findConfigProblems,
  type RecipeName,
  recipeNames,
} from '../../../data/config';
import { pickSine, sineShape } from '../../../data/sine-config';
import { completeConfig } from '../../../model/report/complete-config';
import { resolveRecipe } from '../../../model/training/recipes';
import { configProblems } from './config-problems';

export type BackendChoice = 'auto' | 'webgpu' | 'cpu';

/** The configurations that come with the project, by name. */
export const presets = {
  quick: { label: 'Quick', hint: '100 points, about a minute or two', config: complete(quickConfig) },
  article: { label: 'Article', hint: '500 points, 10,000 series', config: complete(articleConfig) },
} as const;
export type PresetName = keyof typeof presets;

/** What the page starts with. */
export const defaultConfig: CompleteConfig = presets.quick.config;

export interface SettingsStore {
  /** May hold invalid values while someone is typing; see `problems`. */
  config: ReadonlySignal<CompleteConfig>;
  backend: Signal<BackendChoice>;
  /** What is wrong with the configuration, by key; empty when it can be trained with. */
  problems: ReadonlySignal<ReadonlyMap<string, string>>;
  /** What was wrong with the address that the page was opened with; empty if nothing was. */
  addressProblem: Signal<string>;
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
  const { config: initial, backend: initialBackend, problem } = readAddress(search);
  const config = signal(initial);
  const backend = signal<BackendChoice>(initialBackend);
  const problems = computed(() => configProblems(config.value));
  /** The training values that files have replaced. */
  let replaced: Partial<CompleteConfig> | null = null;
  const chooseRecipe = (name: RecipeName): void => {
    // Invalid data settings stay, for the user to correct.
    config.value = { ...config.value, ...trainingOf(complete({ recipe: name })) };
  };
  return {
    config,
    backend,
    problems,
    addressProblem: signal(problem),
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
      const isAsAdopted = isEqual(trainingOf(config.value), trainingOf(complete({ recipe: 'general' })));
      if (replaced && isAsAdopted) config.value = { ...config.value, ...replaced };
      replaced = null;
    },
  };
}

/** The keys that decide the training: all but those of the data and the seed. */
function trainingOf({ seed: _seed, ...config }: CompleteConfig): Partial<CompleteConfig> {
  return Object.fromEntries(Object.entries(config).filter(([key]) => !(key in sineShape)));
}

/** The training values of the presets and recipes, which nobody set by hand. */
const usual = [
  ...Object.values(presets).map(({ config }) => config),
  ...recipeNames.map((recipe) => complete({ recipe })),
].map(trainingOf);

function isEqual(a: Partial<CompleteConfig>, b: Partial<CompleteConfig>): boolean {
  return (Object.keys(a) as (keyof CompleteConfig)[]).every((key) => a[key] === b[key]);
}

/** Fills in the recipe's values and seed 0. */
function complete(given: object): CompleteConfig {
  const config = checkRunConfig(given, 'the configuration');
  const { seed = 0 } = config;
  return completeConfig(config, { recipe: resolveRecipe(config), seed }, true) as CompleteConfig;
}

const backendKey = 'backend';

/** Keys that mail programs and social networks add to links sent through them. */
const addedByOthers = /^(utm_\w+|mtm_\w+|[a-z]{1,4}clid|mc_[ce]id|igshid|ref|source)$/;

/** All keys of a configuration, so that the link keeps its meaning when presets, recipes or defaults change. */
export function formatAddress(config: CompleteConfig, backend: BackendChoice): string {
  const query = new URLSearchParams(Object.entries(config).map(([key, value]) => [key, String(value)]));
  if (backend !== 'auto') query.set(backendKey, backend);
  return `?${query}`;
}

/**
 * Reads a query that `formatAddress` wrote, or one with only a few keys. Missing keys get the default's values; so do
 * invalid ones, which are reported.
 */
export function readAddress(search: string): {
  config: CompleteConfig;
  backend: BackendChoice;
  problem: string;
} {
  const query = new URLSearchParams(search);
  const backend = query.get(backendKey) ?? 'auto';
  query.delete(backendKey);
  const given = [...query]
    .filter(([key]) => !addedByOthers.test(key))
    .map(([key, text]): [string, string | number] => [key, toValue(text)]);
  const problems = findConfigProblems(Object.fromEntries(given));
  const wrong = new Set(problems.map(({ key }) => key));
  const right = Object.fromEntries(given.filter(([key]) => !wrong.has(key)));
  // A named recipe brings its own values.
  const base = right.recipe === undefined ? defaultConfig : pickSine(defaultConfig);
  const messages = problems.map(({ message }) => message);
  const isBackend = backend === 'auto' || backend === 'webgpu' || backend === 'cpu';
  if (!isBackend) messages.push(`"backend" is ${JSON.stringify(backend)}; it must be "webgpu" or "cpu".`);
  return {
    // A value that is valid by itself may conflict with the default's others; the page then says so beside them.
    config: {
      ...complete({ ...base, ...(right.recipe !== undefined && { recipe: right.recipe }) }),
      ...right,
    },
    backend: isBackend ? backend : 'auto',
    problem: messages.length > 0 ? `The address: ${messages.join(' ')}` : '',
  };
}

function toValue(text: string): string | number {
  const number = Number(text);
  return text.trim() === '' || Number.isNaN(number) ? text : number;
}
