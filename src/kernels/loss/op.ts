import { type Scalar, type Tensor, tidy } from '@tensorflow/tfjs-core';
import { checkIntegers, checkRank } from '../checks';
import { isComposed } from '../composed';
import { GatewaveCrossEntropy } from '../names';
import { runDifferentiable } from '../tape';
import { composedCrossEntropy } from './composed';

/**
 * Cross-entropy of logits with class labels, and the share of rows classified right, both means over the batch.
 *
 *     1 logit a row:  −log σ(z) for label 1, −log(1 − σ(z)) for label 0; class 1 is predicted where z > 0
 *     K ≥ 2 logits:   −log softmax(z)[label]; the first of the largest logits is predicted
 *
 * Differentiable in `logits` through `loss`; the accuracy is a step function and has gradient 0.
 *
 * @param logits [batch, K]
 * @param labels [batch] int32, 0 ≤ label < max(K, 2); the CPU backend checks the values, a GPU cannot
 * @throws Error naming the tensor whose shape or type does not fit
 */
export function crossEntropy(logits: Tensor, labels: Tensor): { loss: Scalar; accuracy: Scalar } {
  return tidy('crossEntropy', () => {
    checkRank('crossEntropy', 'logits', logits, ['batch', 'logits']);
    checkIntegers('crossEntropy', 'labels', labels, logits.shape[0]!);
    const [loss, accuracy] = isComposed(GatewaveCrossEntropy)
      ? composedCrossEntropy(logits, labels)
      : runDifferentiable(GatewaveCrossEntropy, { logits, labels }, {});
    return { loss: loss as Scalar, accuracy: accuracy as Scalar };
  });
}
