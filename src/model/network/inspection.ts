import {
  concat,
  dispose,
  dot,
  fused,
  mul,
  reshape,
  type Tensor,
  type Tensor2D,
  tanh,
  tensor3d,
  tidy,
} from '@tensorflow/tfjs-core';
import { indexOfLargest } from '../../data/largest';
import { type Classifier, logitCount, type WeightName } from './classifier';

/** Everything the model computes on the way from one series to its prediction. */
export interface Inspection {
  time: number;
  /** Outputs of the BiLSTM: 2 · units. */
  features: number;
  /** `[time, channels]`: what the model saw. */
  prepared: Float32Array;
  /** `[time, features]`: outputs of the BiLSTM, those of the forward direction first. */
  hidden: Float32Array;
  /** `[time]`: e_t, before the softmax. */
  scores: Float32Array;
  /** [time]; adds up to 1. */
  attention: Float32Array;
  /** `[features]`: Σ_t attention_t · hidden_t */
  context: Float32Array;
  /**
   * `[features]`: context_j · W_j for the logit of class 1 or, with more than two classes, of the predicted one. With
   * `bias` they add up to that logit.
   */
  contributions: Float32Array;
  bias: number;
  /** [outputs] */
  logits: Float32Array;
  /** [outputs] */
  probabilities: Float32Array;
}

/**
 * Everything the classifier computes for one series with its current weights, in one readback.
 * @param prepared [time, channels]
 */
export async function inspect(classifier: Classifier, prepared: Float32Array): Promise<Inspection> {
  const { channels, units, classes } = classifier.sizes;
  const time = prepared.length / channels;
  const features = 2 * units;
  const outputs = logitCount(classes);
  const joined = tidy(() => {
    const { hidden, context, attention, logits, probability } = classifier.explain(
      tensor3d(prepared, [1, time, channels]),
    );
    const scores = attentionScores(classifier, reshape(hidden, [time, features]));
    const parts: Tensor[] = [hidden, scores, attention, context, logits, probability];
    parts.push(weight(classifier, 'logits/kernel'), weight(classifier, 'logits/bias'));
    return concat(parts.map((part) => reshape(part, [part.size])));
  });
  const numbers = (await joined.data()) as Float32Array;
  dispose(joined);

  let position = 0;
  const take = (count: number): Float32Array => {
    position += count;
    return numbers.slice(position - count, position);
  };
  const read = {
    hidden: take(time * features),
    scores: take(time),
    attention: take(time),
    context: take(features),
    logits: take(outputs),
    probabilities: take(outputs),
  };
  const kernel = take(features * outputs);
  const bias = take(outputs);
  // With one output, the first is that of class 1.
  const column = indexOfLargest(read.probabilities);
  const contributions = read.context.map((value, j) => value * kernel[j * outputs + column]!);
  return { time, features, prepared, ...read, contributions, bias: bias[column]! };
}

/** The attention's scores [time] for the BiLSTM's outputs [time, features], which the kernel does not return. */
function attentionScores(classifier: Classifier, hidden: Tensor2D): Tensor {
  const query = weight(classifier, 'attention/query');
  if (classifier.sizes.score === 'dot') return dot(hidden, mul(query, 1 / Math.sqrt(hidden.shape[1])));
  const projected = fused.matMul({
    a: hidden,
    b: weight(classifier, 'attention/kernel') as Tensor2D,
    bias: weight(classifier, 'attention/bias'),
  });
  return dot(tanh(projected), query);
}

function weight(classifier: Classifier, name: WeightName): Tensor {
  return classifier.variables.get(name)!.read();
}
