/** Cross-entropy composed of tf.js's own ops: the same results, differentiable, on any backend. */
import {
  abs,
  add,
  argMax,
  cast,
  equal,
  exp,
  greater,
  log1p,
  logSoftmax,
  mean,
  mul,
  neg,
  oneHot,
  relu,
  type Scalar,
  squeeze,
  sub,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';

/** What the kernel computes from the same inputs: loss and accuracy. */
export function composedCrossEntropy(logits: Tensor, labels: Tensor): [loss: Scalar, accuracy: Scalar] {
  const classes = logits.shape[1]!;
  if (classes === 1) {
    const z = squeeze(logits, [1]);
    // max(z, 0) − z·label + log(1 + exp(−|z|)), which does not overflow
    const losses = add(sub(relu(z), mul(z, cast(labels, 'float32'))), log1p(exp(neg(abs(z)))));
    return [mean(losses), accuracyOf(cast(greater(z, 0), 'int32'), labels)];
  }
  const chosen = mul(logSoftmax(logits), cast(oneHot(labels, classes), 'float32'));
  return [neg(mean<Scalar>(sum(chosen, 1))), accuracyOf(argMax(logits, 1), labels)];
}

function accuracyOf(predicted: Tensor, labels: Tensor): Scalar {
  return mean<Scalar>(cast(equal(predicted, labels), 'float32'));
}
