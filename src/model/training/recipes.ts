import type { RunConfig } from '../../data/config';
import type { Scaling } from '../../data/scale';
import type { Initialisation } from '../network/classifier';

/** How the learning rate changes over the run; each schedule may be preceded by a warm-up, linear from 0. */
export type Schedule = 'constant' | 'cosine' | 'plateau';

export type RecipeName = 'article' | 'robust';

/** Everything that decides a training run except the data and the seed. */
export interface Recipe {
  name: RecipeName;
  /** LSTM units of each direction. */
  units: number;
  /** Units of the additive attention's hidden layer; unused when the score is 'dot'. */
  attentionUnits: number;
  score: 'additive' | 'dot';
  initialisation: Initialisation;
  batchSize: number;
  /** The most epochs that a run can take. */
  epochs: number;
  /** Epochs without a lower validation loss after which the run ends; 0 never ends it early. */
  patience: number;
  learningRate: number;
  schedule: Schedule;
  warmupSteps: number;
  /** Largest global norm of the gradients; 0 switches clipping off. */
  clipNorm: number;
  scaling: Scaling;
}

/** Exactly the article's: no clipping, no scaling, torch's initial weights. */
const article: Recipe = {
  name: 'article',
  units: 32,
  attentionUnits: 64,
  score: 'additive',
  initialisation: 'torch',
  batchSize: 32,
  epochs: 50,
  patience: 5,
  learningRate: 1e-3,
  schedule: 'constant',
  warmupSteps: 0,
  clipNorm: 0,
  scaling: 'none',
};

/**
 * The default: the same model, trained so that no seed gets stuck. Chosen on validation data (100 points; 13 settings of
 * initialisation, clipping, rate and schedule on up to three seeds that no test uses).
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

export const recipes: Record<RecipeName, Recipe> = { article, robust };

/** The recipe that a configuration names ('robust' by default), with the values the configuration overrides. */
export function resolveRecipe(config: RunConfig): Recipe {
  const recipe = recipes[config.recipe ?? 'robust'];
  return {
    ...recipe,
    units: config.units ?? recipe.units,
    attentionUnits: config.attention_units ?? recipe.attentionUnits,
    score: config.score ?? recipe.score,
    initialisation: config.initialisation ?? recipe.initialisation,
    batchSize: config.batch_size ?? recipe.batchSize,
    epochs: config.epochs ?? recipe.epochs,
    patience: config.patience ?? recipe.patience,
    learningRate: config.learning_rate ?? recipe.learningRate,
    schedule: config.schedule ?? recipe.schedule,
    warmupSteps: config.warmup_steps ?? recipe.warmupSteps,
    clipNorm: config.clip_norm ?? recipe.clipNorm,
    scaling: config.scaling ?? recipe.scaling,
  };
}
