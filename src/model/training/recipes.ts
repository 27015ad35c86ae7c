import type { RecipeName, RunConfig } from '../../data/config';
import { type Dataset, subset } from '../../data/dataset';
import { type HyperParameters, hyperParameterNames } from '../../data/hyper-parameters';

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : Name;

/** Everything that decides a training run except the data and the seed: the hyper-parameters, in camel case. */
export type Recipe = { name: RecipeName } & {
  [Key in keyof HyperParameters as CamelCase<Key>]: HyperParameters[Key];
};

/** Exactly the article's: no clipping, no scaling, torch's initial weights. */
const article: Recipe = {
  name: 'article',
  units: 32,
  attentionUnits: 64,
  score: 'additive',
  initialisation: 'torch',
  batchSize: 32,
  steps: 0,
  epochs: 50,
  lengthFolds: 0,
  patience: 5,
  keep: 'best',
  learningRate: 1e-3,
  schedule: 'constant',
  warmupSteps: 0,
  clipNorm: 0,
  classWeight: 'none',
  noise: 0,
  dropout: 0,
  scaling: 'none',
  missing: 'linear',
  difference: 'off',
  decimate: 'none',
  longest: 1024,
};

/**
 * For generated series: the same model, trained so that no seed gets stuck. Chosen on validation data (100 points; 13
 * settings of initialisation, clipping, rate and schedule on up to three seeds that no test uses).
 */
const robust: Recipe = {
  ...article,
  name: 'robust',
  initialisation: 'wide',
  epochs: 14,
  patience: 8,
  learningRate: 5e-3,
  schedule: 'cosine',
  warmupSteps: 100,
  clipNorm: 0.1,
  scaling: 'max',
};

/**
 * For series from files, of which nothing is known beforehand: a number of steps, and rules that look at the series.
 * Chosen by cross-validation within the training parts of seven public data sets: docs/datasets.md.
 */
const general: Recipe = {
  ...robust,
  name: 'general',
  batchSize: 16,
  steps: 800,
  epochs: 10,
  lengthFolds: 3,
  patience: 0,
  keep: 'auto',
  noise: 0.3,
  dropout: 0.3,
  scaling: 'auto',
  missing: 'auto',
  difference: 'auto',
  decimate: 'auto',
};

export const recipes: Record<RecipeName, Recipe> = { robust, general, article };

/**
 * The recipe that a configuration names, with the values the configuration overrides. Where only one of steps and epochs
 * is given, it alone decides the length.
 * @param byDefault the recipe where the configuration names none.
 */
export function resolveRecipe(config: RunConfig, byDefault: RecipeName = 'robust'): Recipe {
  const recipe = recipes[config.recipe ?? byDefault];
  const given = hyperParameterNames
    .filter((name) => config[name] !== undefined)
    .map((name) => [toCamelCase(name), config[name]]);
  const [countsSteps, countsEpochs] = [config.steps, config.epochs].map((length) => length !== undefined);
  const length = countsSteps === countsEpochs ? {} : countsEpochs ? { steps: 0 } : { epochs: 1 };
  return { ...recipe, ...length, ...Object.fromEntries(given) };
}

/** Steps of an epoch, at least: after each the validation part is computed, which would else take most of the time. */
const fewestStepsPerEpoch = 20;

/** The series to train on, as often as an epoch goes through them. */
export function repeatedForEpoch(train: Dataset, recipe: Pick<Recipe, 'steps' | 'batchSize'>): Dataset {
  const passes = passesPerEpoch(recipe, train.count);
  if (passes === 1) return train;
  return subset(
    train,
    Int32Array.from({ length: passes * train.count }, (_, i) => i % train.count),
  );
}

/** How often an epoch goes through the training series: once, but more often through few where steps decide the length. */
export function passesPerEpoch(
  { steps, batchSize }: Pick<Recipe, 'steps' | 'batchSize'>,
  trainCount: number,
): number {
  return Math.max(1, Math.ceil((Math.min(steps, fewestStepsPerEpoch) * batchSize) / trainCount));
}

/** The most epochs of a run: as many as it takes to reach both `steps` and `epochs`. */
export function epochsOf({ steps, epochs }: Recipe, stepsPerEpoch: number): number {
  return Math.max(epochs, Math.ceil(steps / stepsPerEpoch));
}

function toCamelCase(name: string): string {
  return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
