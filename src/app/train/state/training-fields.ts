import type { CompleteConfig } from '../../../data/config';

/** Keys of the model and the training whose values are numbers. */
export type NumberKey =
  | 'units'
  | 'attention_units'
  | 'batch_size'
  | 'epochs'
  | 'patience'
  | 'learning_rate'
  | 'warmup_steps'
  | 'clip_norm';
/** Keys whose value is one of a few words. */
export type ChoiceKey = 'score' | 'schedule' | 'scaling' | 'initialisation';

interface NumberField {
  label: string;
  help: string;
  /** Range of the slider. */
  min: number;
  max: number;
  step: number;
  logarithmic?: boolean;
}

interface ChoiceField<Key extends ChoiceKey> {
  label: string;
  help: string;
  options: readonly { value: CompleteConfig[Key]; label: string }[];
}

export const numberFields: Record<NumberKey, NumberField> = {
  units: {
    label: 'Units',
    help: 'How many things each direction of the LSTM can keep in mind; more learns finer patterns and takes longer.',
    min: 4,
    max: 256,
    step: 1,
  },
  attention_units: {
    label: 'Attention size',
    help: 'Size of the small layer that judges how much each moment matters.',
    min: 4,
    max: 256,
    step: 1,
  },
  epochs: {
    label: 'Epochs',
    help: 'How often it goes through all the training series, at most.',
    min: 1,
    max: 100,
    step: 1,
  },
  patience: {
    label: 'Patience',
    help: 'It stops early after this many epochs in a row without improvement; 0 never stops early.',
    min: 0,
    max: 30,
    step: 1,
  },
  learning_rate: {
    label: 'Learning rate',
    help: 'How far each step changes the network: too small takes forever, too large overshoots.',
    min: 1e-5,
    max: 0.1,
    step: 0.0001,
    logarithmic: true,
  },
  batch_size: {
    label: 'Batch size',
    help: 'Series used in one step; more make the steps steadier, but fewer.',
    min: 8,
    max: 512,
    step: 1,
  },
  warmup_steps: {
    label: 'Warm-up',
    help: 'Over this many steps at the start the learning rate rises from zero, for a gentle beginning.',
    min: 0,
    max: 500,
    step: 1,
  },
  clip_norm: {
    label: 'Clipping',
    help: 'Gradients longer than this are shortened, so that one odd batch cannot spoil the network; 0 switches it off.',
    min: 0,
    max: 5,
    step: 0.05,
  },
};

export const choiceFields: { [Key in ChoiceKey]: ChoiceField<Key> } = {
  score: {
    label: 'Score',
    help: 'How attention judges a moment: by a small layer of its own, or by one product.',
    options: [
      { value: 'additive', label: 'additive' },
      { value: 'dot', label: 'dot product' },
    ],
  },
  schedule: {
    label: 'Schedule',
    help: 'How the learning rate changes: not at all, down along a curve, or halved when nothing improves.',
    options: [
      { value: 'constant', label: 'constant' },
      { value: 'cosine', label: 'cosine curve' },
      { value: 'plateau', label: 'halve on plateau' },
    ],
  },
  scaling: {
    label: 'Scaling',
    help: 'How the values of a series are scaled before the network sees them.',
    options: [
      { value: 'max', label: 'to −1 … 1' },
      { value: 'none', label: 'none' },
    ],
  },
  initialisation: {
    label: 'Initial weights',
    help: 'How the network’s weights are drawn before it learns; “wide” shortens the first plateau.',
    options: [
      { value: 'wide', label: 'wide' },
      { value: 'torch', label: 'as PyTorch' },
      { value: 'keras', label: 'as Keras' },
    ],
  },
};
