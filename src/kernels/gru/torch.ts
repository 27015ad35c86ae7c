import { concat, split, stack, type Tensor, tidy, transpose } from '@tensorflow/tfjs-core';
import { checkRank, checkShape } from '../checks';
import type { GRUWeights } from './op';

/** Weights of one direction of a torch.nn.GRU, by its names; gates r, z, n along the first axis. */
export interface TorchGRUWeights {
  /** weight_ih, [3·units, inputDim] */
  weightIh: Tensor;
  /** weight_hh, [3·units, units] */
  weightHh: Tensor;
  /** bias_ih and bias_hh, [3·units]; both or none. */
  biasIh?: Tensor;
  biasHh?: Tensor;
}

/**
 * The weights that make `gru` with `resetAfter` (its default) compute what torch's GRU computes. Differentiable, so
 * gradients come out in torch's layout.
 *
 * @throws Error naming the tensor whose shape or type does not fit
 */
export function gruWeightsFromTorch({ weightIh, weightHh, biasIh, biasHh }: TorchGRUWeights): GRUWeights {
  return tidy(() => {
    const op = 'gruWeightsFromTorch';
    checkRank(op, 'weightHh', weightHh, ['3·units', 'units']);
    const units = weightHh.shape[1]!;
    checkShape(
      op,
      'weightHh',
      weightHh,
      [3 * units, units],
      `[3·units, units], units = ${units} from its last axis`,
    );
    checkRank(op, 'weightIh', weightIh, ['3·units', 'inputDim']);
    const inputDim = weightIh.shape[1]!;
    const source = `units = ${units} from weightHh`;
    checkShape(op, 'weightIh', weightIh, [3 * units, inputDim], `[3·units, inputDim], ${source}`);
    const weights = {
      kernel: transpose(inKerasOrder(weightIh)),
      recurrentKernel: transpose(inKerasOrder(weightHh)),
    };
    if (!biasIh && !biasHh) return weights;
    if (!biasIh || !biasHh) {
      throw new Error(
        `${op}: there is only one of biasIh and biasHh, expected both or neither, as in torch.`,
      );
    }
    checkShape(op, 'biasIh', biasIh, [3 * units], `[3·units], ${source}`);
    checkShape(op, 'biasHh', biasHh, [3 * units], `[3·units], ${source}`);
    return { ...weights, bias: stack([inKerasOrder(biasIh), inKerasOrder(biasHh)]) };
  });
}

/** Torch's gates r, z, n along the first axis as Keras's z, r, h. */
function inKerasOrder(tensor: Tensor): Tensor {
  const [r, z, n] = split(tensor, 3) as [Tensor, Tensor, Tensor];
  return concat([z, r, n]);
}
