/** A classifier's weights with their shapes, for the writers of all formats. */
import {
  type ClassifierSizes,
  type WeightName,
  type WeightValues,
  weightShapes,
} from '../network/classifier-sizes';
import type { CellWeights, RecurrentWeights } from './recurrent';
import type { WeightTensor } from './tensors';

/** Looks a weight up by its name. */
export type WeightOf = (name: WeightName) => WeightTensor;

/** @throws Error, on look-up, when the classifier has no such weight. */
export function tensorsOf(weights: WeightValues, sizes: ClassifierSizes): WeightOf {
  const shapes = weightShapes(sizes);
  return (name) => {
    const data = weights.get(name);
    const shape = shapes.get(name);
    if (!data || !shape) throw new Error(`There is no value for the weight '${name}'.`);
    return { shape, data };
  };
}

/** The classifier's bidirectional LSTM. */
export function bidirectionalWeights(value: WeightOf): RecurrentWeights {
  const direction = (name: 'forward' | 'backward'): CellWeights => ({
    kernel: value(`bidirectional/${name}_kernel`),
    recurrentKernel: value(`bidirectional/${name}_recurrent_kernel`),
    bias: value(`bidirectional/${name}_bias`),
  });
  return { cell: 'lstm', resetAfter: false, directions: [direction('forward'), direction('backward')] };
}
