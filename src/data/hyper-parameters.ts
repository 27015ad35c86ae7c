/**
 * Every value that decides how a model is built and trained, once: what a configuration may hold, the recipes' keys, the
 * command's flags, the page's controls and the table in the docs are made from this list.
 */
import type { PreparationOptions } from './preparation/fit';

/** The values by their keys in a configuration. */
export interface HyperParameters {
  /** LSTM units in each direction. */
  units: number;
  attention_units: number;
  score: 'additive' | 'dot';
  /** How the initial weights are drawn. */
  initialisation: 'torch' | 'keras' | 'wide';
  batch_size: number;
  /** Steps of the whole run; 0: `epochs` counts. */
  steps: number;
  epochs: number;
  /** Where no series are held back to validate, runs on this many folds find the length of the run; 0: all steps. */
  length_folds: number;
  /** A run ends after this many epochs without a lower validation loss; 0: never end early. */
  patience: number;
  /** Which weights are kept: those of the epoch with the lowest validation loss, or those of the last step. */
  keep: 'auto' | 'best' | 'last';
  learning_rate: number;
  schedule: 'constant' | 'cosine' | 'plateau';
  warmup_steps: number;
  /** Largest global norm of the gradients; 0: no clipping. */
  clip_norm: number;
  class_weight: 'none' | 'balanced';
  /** Standard deviation of the noise that is added to the prepared series in training. */
  noise: number;
  /** Share of the pooled features that are dropped in training. */
  dropout: number;
  scaling: PreparationOptions['scaling'];
  missing: PreparationOptions['missing'];
  difference: PreparationOptions['difference'];
  decimate: PreparationOptions['decimate'];
  longest: number;
}

export type HyperParameter = keyof HyperParameters;

interface Described {
  /** Beside the page's control. */
  label: string;
  /** A sentence for the page, the command's help and the docs. */
  help: string;
}

export interface NumberParameter extends Described {
  kind: 'number';
  isWhole: boolean;
  /** What is allowed. */
  range: readonly [least: number, most: number];
  /** What the page's slider covers. */
  slider: { min: number; max: number; step: number; logarithmic?: boolean };
}

export interface ChoiceParameter<Value extends string = string> extends Described {
  kind: 'choice';
  /** What the page calls each value. */
  options: Readonly<Record<Value, string>>;
}

type ParameterOf<Value> = Value extends number ? NumberParameter : ChoiceParameter<Extract<Value, string>>;

type Slider = readonly [min: number, max: number, step: number];

function whole(
  label: string,
  range: NumberParameter['range'],
  [min, max, step]: Slider,
  help: string,
): NumberParameter {
  return { kind: 'number', isWhole: true, label, range, slider: { min, max, step }, help };
}

function between(
  label: string,
  range: NumberParameter['range'],
  [min, max, step]: Slider,
  help: string,
  logarithmic = false,
): NumberParameter {
  return { kind: 'number', isWhole: false, label, range, slider: { min, max, step, logarithmic }, help };
}

function oneOf<Value extends string>(
  label: string,
  options: Readonly<Record<Value, string>>,
  help: string,
): ChoiceParameter<Value> {
  return { kind: 'choice', label, options, help };
}

/** In the order in which the command's help, the docs and the page have them. */
export const hyperParameters: { readonly [Key in HyperParameter]: ParameterOf<HyperParameters[Key]> } = {
  units: whole(
    'Units',
    [1, 1024],
    [4, 256, 1],
    'How many things each direction of the LSTM can keep in mind; more learns finer patterns and takes longer.',
  ),
  attention_units: whole(
    'Attention size',
    [1, 1024],
    [4, 256, 1],
    'Size of the small layer that judges how much each moment matters.',
  ),
  score: oneOf(
    'Score',
    { additive: 'additive', dot: 'dot product' },
    'How attention judges a moment: by a small layer of its own, or by one product.',
  ),
  initialisation: oneOf(
    'Initial weights',
    { wide: 'wide', torch: 'as PyTorch', keras: 'as Keras' },
    'How the network’s weights are drawn before it learns; “wide” shortens the first plateau.',
  ),
  steps: whole(
    'Steps',
    [0, 10_000_000],
    [0, 5000, 50],
    'The fewest steps that the whole run takes, whatever the number of series: the epochs become as many as that takes. 0 counts epochs only.',
  ),
  epochs: whole(
    'Epochs',
    [1, 10_000],
    [1, 100, 1],
    'How often it goes through all the training series, at most; more often where the steps ask for it.',
  ),
  length_folds: whole(
    'Folds for the length',
    [0, 20],
    [0, 10, 1],
    'With too few series to hold any back, this many shorter trainings, each tested on the part it has not seen, find out after how many steps to stop; 0 takes all steps.',
  ),
  patience: whole(
    'Patience',
    [0, 10_000],
    [0, 30, 1],
    'It stops early after this many epochs in a row without improvement; 0 never stops early.',
  ),
  keep: oneOf(
    'Weights to keep',
    { auto: 'chosen by the series', best: 'of the best epoch', last: 'of the last step' },
    'Which weights remain: those with the lowest validation loss, or those at the end, which is safer where few series validate.',
  ),
  batch_size: whole(
    'Batch size',
    [1, 8192],
    [8, 512, 1],
    'Series used in one step; more make the steps steadier, but fewer.',
  ),
  learning_rate: between(
    'Learning rate',
    [1e-8, 1],
    [1e-5, 0.1, 0.0001],
    'How far each step changes the network: too small takes forever, too large overshoots.',
    true,
  ),
  schedule: oneOf(
    'Schedule',
    { constant: 'constant', cosine: 'cosine curve', plateau: 'halve on plateau' },
    'How the learning rate changes: not at all, down along a curve, or halved when nothing improves.',
  ),
  warmup_steps: whole(
    'Warm-up',
    [0, 1_000_000],
    [0, 500, 1],
    'Over this many steps at the start, but at most a tenth of the run, the learning rate rises from zero.',
  ),
  clip_norm: between(
    'Clipping',
    [0, 1e6],
    [0, 5, 0.05],
    'Gradients longer than this are shortened, so that one odd batch cannot spoil the network; 0 switches it off.',
  ),
  class_weight: oneOf(
    'Class weights',
    { none: 'none', balanced: 'balanced' },
    'Whether each series counts the same, or each class (balanced), however few series it has.',
  ),
  noise: between(
    'Noise',
    [0, 10],
    [0, 0.5, 0.01],
    'In training, random numbers of this size are added to the series, whose own are about 1, so that it learns shapes, not single values.',
  ),
  dropout: between(
    'Dropout',
    [0, 0.95],
    [0, 0.8, 0.05],
    'In training, this share of the features is left out at random before the last layer, so that it relies on none alone.',
  ),
  scaling: oneOf(
    'Scaling',
    {
      auto: 'chosen by the series',
      none: 'none',
      max: 'to −1 … 1',
      zscore: 'each series by itself',
      standardise: 'each channel over all series',
    },
    'How values are scaled before the network sees them: divided by the largest of the series (max), or brought to mean 0 ' +
      'and deviation 1, by each series itself (zscore) or over all training series (standardise).',
  ),
  missing: oneOf(
    'Missing values',
    {
      auto: 'chosen by the series',
      linear: 'a line across',
      last: 'the value before',
      'zero+mask': 'zero, and a mask',
    },
    'What stands for a missing value: a line between its neighbours, the value before it, or 0 with a channel that says so.',
  ),
  difference: oneOf(
    'Slope',
    { auto: 'chosen by the series', on: 'shown', off: 'not shown' },
    'Whether the network also sees how much each value differs from the one before it.',
  ),
  decimate: oneOf(
    'Shortening',
    { auto: 'chosen by the series', none: 'never', mean: 'by means', peak: 'keeping peaks' },
    'How series that are too long are shortened: by means, or by the least and the largest values.',
  ),
  longest: whole(
    'Longest series',
    [2, 1_000_000],
    [64, 4096, 64],
    'Series with more steps than this are shortened; smooth ones are to 128 steps, if shortening is chosen by the series.',
  ),
};

/** Their keys, in the same order. */
export const hyperParameterNames = Object.keys(hyperParameters) as HyperParameter[];

/** Those whose values are numbers. */
export type NumberName = {
  [Key in HyperParameter]: HyperParameters[Key] extends number ? Key : never;
}[HyperParameter];
/** Those whose value is one of a few words. */
export type ChoiceName = Exclude<HyperParameter, NumberName>;
