import {
  engine,
  getGradient,
  type NamedAttrMap,
  type NamedTensorMap,
  type Tensor,
} from '@tensorflow/tfjs-core';

/**
 * Runs a kernel with a gradient. Under a tape, outputs that nothing depends on have no gradient: the kernel's gradient
 * function finds `null` among its `dys`.
 *
 * tf.js 4.22 would instead make a CPU array of zeros as large as the output and upload it, for the buffer that a forward
 * pass leaves to its backward pass, too. That happens in a function that wraps the registered gradient in the tape's
 * node, so the node that was recorded last gets a plain one.
 */
export function runDifferentiable(name: string, inputs: NamedTensorMap, attributes: NamedAttrMap): Tensor[] {
  const onTape = engine().isTapeOn();
  const outputs = engine().runKernel<Tensor[]>(name, inputs, attributes);
  if (onTape) {
    const node = engine().state.activeTape.at(-1);
    if (node?.outputs !== outputs) {
      throw new Error(`${name} is not the tape's last node: this version of TensorFlow.js is not supported.`);
    }
    const { gradFunc } = getGradient(name);
    node.gradient = (dys) => gradFunc(dys, node.saved ?? [], attributes);
  }
  return outputs;
}

/**
 * `runDifferentiable` for a kernel whose gradient needs all its inputs, some of which may be absent.
 *
 * tf.js 4.22 saves inputs for a gradient either from a fixed list of names, where an absent one crashes, or all of
 * them, but then only if they come as an array. So the named inputs are put into an array, and their names are passed
 * as an attribute: the gradient function gets only the tensors, in the same order.
 */
export function runTrainingKernel(name: string, inputs: NamedTensorMap, attributes: NamedAttrMap): Tensor[] {
  const inputsOnArray: NamedTensorMap = Object.assign([], inputs);
  return runDifferentiable(name, inputsOnArray, { ...attributes, inputNames: Object.keys(inputs) });
}

/** Splits what the tape saved for a kernel run by `runTrainingKernel`: its inputs, then saved outputs. */
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

/** The gradients of a kernel's outputs under the names of their tensors, without those that are absent. */
export function presentGradients(names: string[], dys: Tensor | Tensor[]): NamedTensorMap {
  const gradients = dys as (Tensor | null)[];
  return Object.fromEntries(
    names.flatMap((name, index) => (gradients[index] ? [[name, gradients[index]]] : [])),
  );
}
