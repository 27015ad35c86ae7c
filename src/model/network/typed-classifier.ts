/**
 * The classifier's forward pass on typed arrays alone, with the CPU kernels of the ops: for a thread that does not load
 * tf.js, where it answers for one series within a frame or two.
 */
import { indexOfLargest } from '../../data/largest';
import { pool } from '../../kernels/attention/cpu-forward';
import { lstmCpuCell } from '../../kernels/lstm/cpu-cell';
import { DEFAULT_ACTIVATIONS } from '../../kernels/names';
import { forward } from '../../kernels/recurrent/cpu-forward';
import { Walk } from '../../kernels/recurrent/cpu-walk';
import type { ClassifierSizes, WeightName, WeightValues } from './classifier';
import type { Inspection } from './inspection';

/** A classifier without tf.js: its sizes and its weights. */
export interface TypedClassifier {
  sizes: ClassifierSizes;
  weights: WeightValues;
}

/** What is computed of `count` prepared series of `time` steps each. */
interface Computed {
  /** [count, time, 2·units] */
  hidden: Float32Array;
  /** [count, time] */
  scores: Float32Array;
  attention: Float32Array;
  /** [count, 2·units] */
  context: Float32Array;
  /** [count, outputs] */
  logits: Float32Array;
}

/**
 * The logits [count, outputs] of series that are prepared as the model wants them.
 * @param series [count, time, channels] @param lengths `[count]`: valid steps of each; absent: all are.
 */
export function typedLogits(
  classifier: TypedClassifier,
  batch: { count: number; time: number; series: Float32Array; lengths?: Int32Array | undefined },
): Float32Array {
  return compute(classifier, batch).logits;
}

/**
 * Everything the classifier computes for one series: what `inspect` reads back from a device.
 * @param prepared [time, channels]
 */
export function inspectTyped(classifier: TypedClassifier, prepared: Float32Array): Inspection {
  const { sizes, weights } = classifier;
  const time = prepared.length / sizes.channels;
  const features = 2 * sizes.units;
  const { hidden, scores, attention, context, logits } = compute(classifier, {
    count: 1,
    time,
    series: prepared,
  });
  const outputs = logits.length;
  const probabilities = probabilitiesOf(logits);
  const kernel = weightOf(weights, 'logits/kernel');
  const bias = weightOf(weights, 'logits/bias');
  // With one output, the first is that of class 1.
  const column = indexOfLargest(probabilities);
  return {
    time,
    features,
    prepared,
    hidden,
    scores,
    attention,
    context,
    contributions: context.map((value, j) => value * kernel[j * outputs + column]!),
    bias: bias[column]!,
    logits,
    probabilities,
  };
}

function compute(
  { sizes, weights }: TypedClassifier,
  { count, time, series, lengths }: Parameters<typeof typedLogits>[1],
): Computed {
  const { channels, units } = sizes;
  const features = 2 * units;
  const valid = lengths ?? new Int32Array(count).fill(time);
  const walkSizes = { batch: count, time, inputDim: channels, units, directions: 2 } as const;
  const walk = new Walk(walkSizes, valid);
  const zeros = new Float32Array(2 * count * units);
  const hidden = new Float32Array(count * time * features);
  const finalStates = [new Float32Array(zeros.length), new Float32Array(zeros.length)];
  (['forward', 'backward'] as const).forEach((name, index) => {
    const direction = {
      ...DEFAULT_ACTIVATIONS,
      sizes: walkSizes,
      index,
      backwards: index === 1,
      kernel: weightOf(weights, `bidirectional/${name}_kernel`),
      recurrentKernel: weightOf(weights, `bidirectional/${name}_recurrent_kernel`),
      bias: weightOf(weights, `bidirectional/${name}_bias`),
      initialStates: [zeros, zeros],
    };
    forward(walk, series, direction, lstmCpuCell, { outputs: hidden, finalStates });
  });
  const {
    context,
    scores,
    weights: attention,
  } = pool(
    {
      values: hidden,
      batch: count,
      time,
      features,
      query: weightOf(weights, 'attention/query'),
      additive:
        sizes.score === 'additive'
          ? { kernel: weightOf(weights, 'attention/kernel'), bias: weightOf(weights, 'attention/bias') }
          : undefined,
      lengths: valid,
    },
    false,
  );
  return { hidden, scores, attention, context, logits: dense(context, weights, features) };
}

/** context·W + b, [count, outputs] */
function dense(context: Float32Array, weights: WeightValues, features: number): Float32Array {
  const kernel = weightOf(weights, 'logits/kernel');
  const bias = weightOf(weights, 'logits/bias');
  const outputs = bias.length;
  return Float32Array.from({ length: (context.length / features) * outputs }, (_, i) => {
    const row = Math.floor(i / outputs) * features;
    let sum = bias[i % outputs]!;
    for (let j = 0; j < features; j++) sum += context[row + j]! * kernel[j * outputs + (i % outputs)]!;
    return sum;
  });
}

/** Of one series: the sigmoid of a single logit, the softmax of several. */
function probabilitiesOf(logits: Float32Array): Float32Array {
  if (logits.length === 1) return logits.map((z) => 1 / (1 + Math.exp(-z)));
  const largest = Math.max(...logits);
  const exponentials = logits.map((z) => Math.exp(z - largest));
  const sum = exponentials.reduce((total, value) => total + value, 0);
  return exponentials.map((value) => value / sum);
}

function weightOf(weights: WeightValues, name: WeightName): Float32Array {
  const values = weights.get(name);
  if (!values) throw new Error(`There is no value for the weight '${name}'.`);
  return values;
}
