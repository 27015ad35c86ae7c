/** The sizes of a classifier and of its weights, for code that does not load tf.js, too. */

/** The sizes of a classifier. The number of time steps is not among them: a classifier takes series of any length. */
export interface ClassifierSizes {
  /** Values per time step. */
  channels: number;
  /** LSTM units of each direction. */
  units: number;
  score: 'additive' | 'dot';
  /** Hidden units of the additive score; 0 for 'dot'. */
  attentionUnits: number;
  classes: number;
}

/** The classifier's weights by role, in the order of the model's weights; names are `layer/weight`. */
export type WeightName =
  | `bidirectional/${'forward' | 'backward'}_${'kernel' | 'recurrent_kernel' | 'bias'}`
  | `attention/${'kernel' | 'bias' | 'query'}`
  | `logits/${'kernel' | 'bias'}`;

export type WeightShapes = Map<WeightName, number[]>;
export type WeightValues = Map<WeightName, Float32Array>;

/** Columns of the logits: two classes need one (the log odds of class 1). */
export function logitCount(classes: number): number {
  return classes === 2 ? 1 : classes;
}

/** Shape of each weight of a classifier, in the model's order. */
export function weightShapes(sizes: ClassifierSizes): WeightShapes {
  const { channels, units, score, attentionUnits, classes } = sizes;
  const features = 2 * units;
  const shapes: WeightShapes = new Map();
  for (const direction of ['forward', 'backward'] as const) {
    shapes.set(`bidirectional/${direction}_kernel`, [channels, 4 * units]);
    shapes.set(`bidirectional/${direction}_recurrent_kernel`, [units, 4 * units]);
    shapes.set(`bidirectional/${direction}_bias`, [4 * units]);
  }
  if (score === 'additive') {
    shapes.set('attention/kernel', [features, attentionUnits]);
    shapes.set('attention/bias', [attentionUnits]);
    shapes.set('attention/query', [attentionUnits]);
  } else {
    shapes.set('attention/query', [features]);
  }
  shapes.set('logits/kernel', [features, logitCount(classes)]);
  shapes.set('logits/bias', [logitCount(classes)]);
  return shapes;
}

/** Number of trainable parameters of a classifier. */
export function parameterCount(sizes: ClassifierSizes): number {
  const counts = [...weightShapes(sizes).values()].map((shape) =>
    shape.reduce((product, size) => product * size, 1),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}
