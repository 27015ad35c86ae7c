import { engine, type NamedTensorMap, type Tensor, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import { checkIntegers, checkRank, checkShape } from '../checks';
import { isComposed } from '../composed';
import { type AttentionAttributes, GatewaveAttention, GatewaveAttentionTraining } from '../names';
import { runTrainingKernel } from '../tape';
import { composedAttention } from './composed';

export type AttentionParameters =
  | {
      score: 'additive';
      /** [features, attentionUnits] */
      kernel: Tensor;
      /** [attentionUnits] */
      bias: Tensor;
      /** [attentionUnits] */
      query: Tensor;
    }
  | {
      score: 'dot';
      /** [features] */
      query: Tensor;
    };

export interface AttentionOptions {
  /** [batch] int32, 1 ≤ length ≤ time. Steps at and after a row's length get weight and gradient 0. */
  lengths?: Tensor;
}

/**
 * Pools a sequence into one vector by attention with a learned query:
 *
 *     additive: e_t = query · tanh(kernelᵀ y_t + bias)    (Bahdanau et al. 2015, without the decoder's state)
 *     dot:      e_t = query · y_t / √features             (Vaswani et al. 2017, with one learned query)
 *     weights = softmax over time of e       context = Σ_t weights_t y_t
 *
 * Differentiable in every float32 input, through both outputs.
 *
 * @param values [batch, time, features]
 * @returns context [batch, features], weights [batch, time]; each row of weights sums to 1
 * @throws Error naming the tensor whose shape or type does not fit
 */
export function attentionPool(
  values: Tensor,
  parameters: AttentionParameters,
  options: AttentionOptions = {},
): { context: Tensor2D; weights: Tensor2D } {
  return tidy('attentionPool', () => {
    checkArguments(values, parameters, options);
    const inputs: NamedTensorMap = { values };
    if (parameters.score === 'additive') {
      inputs.kernel = parameters.kernel;
      inputs.bias = parameters.bias;
    }
    inputs.query = parameters.query;
    if (options.lengths) inputs.lengths = options.lengths;
    if (isComposed(GatewaveAttention)) {
      const [context, weights] = composedAttention(inputs);
      return { context: context as Tensor2D, weights: weights as Tensor2D };
    }
    const attributes: AttentionAttributes = { score: parameters.score };
    const [context, weights] = engine().isTapeOn()
      ? runTrainingKernel(GatewaveAttentionTraining, inputs, attributes)
      : engine().runKernel<Tensor[]>(GatewaveAttention, inputs, attributes);
    return { context: context as Tensor2D, weights: weights as Tensor2D };
  });
}

function checkArguments(
  values: Tensor,
  parameters: AttentionParameters,
  { lengths }: AttentionOptions,
): void {
  const op = 'attentionPool';
  checkRank(op, 'values', values, ['batch', 'time', 'features']);
  const [batch, , features] = values.shape as [number, number, number];
  if (parameters.score === 'additive') {
    const { kernel, bias, query } = parameters;
    checkRank(op, 'kernel', kernel, ['features', 'attentionUnits']);
    const units = kernel.shape[1]!;
    checkShape(
      op,
      'kernel',
      kernel,
      [features, units],
      `[features, attentionUnits], features = ${features} from values`,
    );
    const meaning = `[attentionUnits], attentionUnits = ${units} from kernel`;
    checkShape(op, 'bias', bias, [units], meaning);
    checkShape(op, 'query', query, [units], meaning);
  } else {
    checkShape(op, 'query', parameters.query, [features], `[features], features = ${features} from values`);
  }
  if (lengths) checkIntegers(op, 'lengths', lengths, batch);
}
