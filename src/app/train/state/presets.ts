/** The configurations that come with the project, as the page shows them. */
import { type CompleteConfig, checkRunConfig, type RecipeName } from '../../../data/config';
import { type HyperParameter, hyperParameterNames } from '../../../data/hyper-parameters';
import { type PresetName, presetConfigs } from '../../../data/presets';
import { completeConfig } from '../../../model/report/complete-config';
import { resolveRecipe } from '../../../model/training/recipes';

/** The article that the task comes from. */
export const article = {
  author: 'Piero Paialunga',
  title: 'Hands-On Attention Mechanism for Time Series Classification, with Python',
  where: 'Towards Data Science, 2025',
  link: 'https://towardsdatascience.com/hands-on-attention-mechanism-for-time-series-classification-with-python/',
};

export const presets = {
  quick: { label: 'Quick', hint: '100 points, less than a minute', config: complete(presetConfigs.quick) },
  article: {
    label: 'Paialunga’s',
    hint: 'as in his article: 500 points, 10,000 series',
    config: complete(presetConfigs.article),
  },
} as const satisfies Record<PresetName, object>;
export type { PresetName };

/** What the page starts with. */
export const defaultConfig: CompleteConfig = presets.quick.config;

/** Fills in the recipe's values and seed 0. */
function complete(given: object): CompleteConfig {
  const config = checkRunConfig(given, 'the configuration');
  const { seed = 0 } = config;
  return completeConfig(config, { recipe: resolveRecipe(config), seed }, true) as CompleteConfig;
}

const ofRecipes = new Map<RecipeName, CompleteConfig>();

/** A recipe's values, with the usual data and seed 0. Checking a configuration takes a millisecond, so each is made once. */
export function recipeValues(recipe: RecipeName): CompleteConfig {
  const config = ofRecipes.get(recipe) ?? complete({ recipe });
  ofRecipes.set(recipe, config);
  return config;
}

/** The hyper-parameters in which a configuration differs from the recipe that it names. */
export function changedFromRecipe(config: CompleteConfig): HyperParameter[] {
  const usual = recipeValues(config.recipe);
  return hyperParameterNames.filter((name) => !Object.is(config[name], usual[name]));
}
