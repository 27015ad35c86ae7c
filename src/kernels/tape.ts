import { engine, type NamedAttrMap, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';

/**
 * Runs a kernel whose gradient needs all its inputs, some of which may be absent.
 *
 * tf.js 4.22 saves inputs for a gradient either from a fixed list of names, where an absent one crashes, or all
 * of them, but then only if they come as an array. So the named inputs are put on an array, and their names go
 * along as an attribute: the gradient function gets only the tensors, in the same order.
 */
export function runTrainingKernel(name: string, inputs: NamedTensorMap, attributes: NamedAttrMap): Tensor[] {
  const inputsOnArray: NamedTensorMap = Object.assign([], inputs);
  return engine().runKernel<Tensor[]>(name, inputsOnArray, {
    ...attributes,
    inputNames: Object.keys(inputs),
  });
}

/** Takes apart what the tape saved for a kernel run by `runTrainingKernel`: its inputs, then saved outputs. */
export function savedTensors(
  saved: Tensor[],
  attributes: NamedAttrMap,
): { inputs: NamedTensorMap; outputs: Tensor[] } {
  const names = attributes.inputNames as string[];
  return {
    inputs: Object.fromEntries(names.map((name, index) => [name, saved[index]!])),
    outputs: saved.slice(names.length),
  };
}
