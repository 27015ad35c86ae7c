import { attentionReference } from '../../src/kernels/attention/reference';
import { lstmReference } from '../../src/kernels/lstm/reference';
import type { Classifier, WeightName } from '../../src/model/network/classifier';

/** What the classifier computes of one prepared series, [time, channels], in float64 and from its weights. */
export async function classifierReference(classifier: Classifier, scaled: Float32Array) {
  const { channels, units, score, attentionUnits, classes } = classifier.sizes;
  const time = scaled.length / channels;
  const features = 2 * units;
  const weights = await classifier.getWeights();
  const weight = (name: WeightName) => weights.get(name)!;
  const direction = (name: 'forward' | 'backward') => ({
    kernel: weight(`bidirectional/${name}_kernel`),
    recurrentKernel: weight(`bidirectional/${name}_recurrent_kernel`),
    bias: weight(`bidirectional/${name}_bias`),
  });
  const { outputs: hidden } = lstmReference({
    x: scaled,
    batch: 1,
    time,
    inputDim: channels,
    units,
    directions: [direction('forward'), direction('backward')],
  });
  const query = weight('attention/query');
  const parameters =
    score === 'dot'
      ? { score, query }
      : { score, attentionUnits, kernel: weight('attention/kernel'), bias: weight('attention/bias'), query };
  const { context, weights: attention } = attentionReference({
    values: hidden,
    batch: 1,
    time,
    features,
    parameters,
  });
  const scores = Array.from({ length: time }, (_, t) => {
    const y = hidden.subarray(t * features, (t + 1) * features);
    if (score === 'dot') return y.reduce((sum, value, k) => sum + value * query[k]!, 0) / Math.sqrt(features);
    // query · tanh(kernelᵀ y + bias)
    return query.reduce((sum, value, a) => {
      const projected = y.reduce(
        (total, feature, k) => total + feature * weight('attention/kernel')[k * attentionUnits + a]!,
        weight('attention/bias')[a]!,
      );
      return sum + value * Math.tanh(projected);
    }, 0);
  });
  const outputs = classes === 2 ? 1 : classes;
  const kernel = weight('logits/kernel');
  const bias = weight('logits/bias');
  const logits = Array.from({ length: outputs }, (_, c) =>
    context.reduce((sum, value, j) => sum + value * kernel[j * outputs + c]!, bias[c]!),
  );
  const exponentials = logits.map(Math.exp);
  const total = exponentials.reduce((sum, value) => sum + value, 0);
  const probabilities =
    outputs === 1 ? [1 / (1 + Math.exp(-logits[0]!))] : exponentials.map((value) => value / total);
  const column = logits.indexOf(Math.max(...logits));
  const contributions = context.map((value, j) => value * kernel[j * outputs + column]!);
  return { hidden, scores, attention, context, contributions, logits, probabilities, column };
}
