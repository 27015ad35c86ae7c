/**
 * Recurrent layers as ONNX's LSTM and GRU nodes (https://onnx.ai/onnx/operators/onnx__LSTM.html): weights
 * [directions, gates·units, inputs], two biases one after the other [directions, 2·gates·units], time first. ONNX has the
 * gates in the order i, o, f, c (LSTM) and z, r, h (GRU), and the GRU's reset gate acts after the product with
 * `linear_before_reset`.
 */
import {
  type CellName,
  type CellWeights,
  type RecurrentWeights,
  recurrentSizes,
  reorderGates,
} from '../recurrent';
import { transpose, type WeightTensor } from '../tensors';
import { encodeOnnx, type OnnxNode } from './graph';

/** For each of ONNX's gates its place in Keras's order. */
const gateOrders: Record<CellName, number[]> = { lstm: [0, 3, 1, 2], gru: [0, 1, 2] };

/** The weights of a node, W, R and B. */
export interface NodeWeights {
  kernel: WeightTensor;
  recurrentKernel: WeightTensor;
  bias: WeightTensor;
}

export function nodeWeights(layer: RecurrentWeights): NodeWeights {
  const { cell, directions } = layer;
  const turned = (tensor: WeightTensor) => transpose(reorderGates(tensor, gateOrders[cell]));
  return {
    kernel: stacked(directions.map(({ kernel }) => turned(kernel))),
    recurrentKernel: stacked(directions.map(({ recurrentKernel }) => turned(recurrentKernel))),
    bias: stacked(directions.map((weights) => twoBiases(weights, layer))),
  };
}

/** Both biases in a row; the second is 0 where the layer has one. */
function twoBiases({ bias }: CellWeights, { cell, resetAfter }: RecurrentWeights): WeightTensor {
  const { data } = reorderGates(bias, gateOrders[cell]);
  const both = new Float32Array(resetAfter ? data.length : 2 * data.length);
  both.set(data);
  return { shape: [both.length], data: both };
}

function stacked(tensors: WeightTensor[]): WeightTensor {
  const [first] = tensors as [WeightTensor];
  const data = new Float32Array(tensors.length * first.data.length);
  for (const [i, tensor] of tensors.entries()) data.set(tensor.data, i * first.data.length);
  return { shape: [tensors.length, ...first.shape], data };
}

/**
 * The node of a layer.
 * @param inputs x [time, batch, inputDim], the three weights, and what else the operator takes: sequence_lens, states.
 * @param outputs [time, directions, batch, units] of all steps, then final states.
 */
export function recurrentNode(
  layer: RecurrentWeights,
  inputs: readonly string[],
  outputs: readonly string[],
): OnnxNode {
  const { cell, resetAfter, directions } = layer;
  return {
    op: cell === 'lstm' ? 'LSTM' : 'GRU',
    inputs,
    outputs,
    attributes: {
      hidden_size: recurrentSizes(layer).units,
      direction: directions.length === 2 ? 'bidirectional' : 'forward',
      ...(resetAfter && { linear_before_reset: 1 }),
    },
  };
}

/** A layer between tensors with the batch first, [batch, time, features]: its nodes, weights and lists of integers. */
export function batchFirstLayer(layer: RecurrentWeights, name: string, input: string, output: string) {
  const [kernel, recurrentKernel, bias] = [`${name}.W`, `${name}.R`, `${name}.B`];
  const { kernel: w, recurrentKernel: r, bias: b } = nodeWeights(layer);
  const transposeNode = (from: string, to: string, perm: number[]): OnnxNode => ({
    op: 'Transpose',
    inputs: [from],
    outputs: [to],
    attributes: { perm },
  });
  return {
    nodes: [
      transposeNode(input, `${name}.steps`, [1, 0, 2]),
      recurrentNode(
        layer,
        [`${name}.steps`, kernel, recurrentKernel, bias, 'lengths'],
        [`${name}.directions`],
      ),
      // [time, directions, batch, units] → [batch, time, directions, units] → [batch, time, directions·units]
      transposeNode(`${name}.directions`, `${name}.rows`, [2, 0, 1, 3]),
      { op: 'Reshape', inputs: [`${name}.rows`, `${name}.shape`], outputs: [output] },
    ] satisfies OnnxNode[],
    weights: [
      [kernel, w],
      [recurrentKernel, r],
      [bias, b],
    ] as [string, WeightTensor][],
    // 0: as it was.
    integers: [[`${name}.shape`, [0, 0, layer.directions.length * recurrentSizes(layer).units]]] as [
      string,
      number[],
    ][],
  };
}

/**
 * A model of recurrent layers, one after the other, with tanh and sigmoid. Inputs: `x` [batch, time, inputDim], and
 * `lengths` [batch] int32, the steps of each sequence; later steps are padding, whose outputs are 0. Output: `outputs`
 * [batch, time, directions·units].
 */
export function encodeRecurrent(layers: readonly RecurrentWeights[]): Uint8Array {
  const parts = layers.map((layer, i) =>
    batchFirstLayer(
      layer,
      `layer${i}`,
      i === 0 ? 'x' : `outputs${i - 1}`,
      i === layers.length - 1 ? 'outputs' : `outputs${i}`,
    ),
  );
  const [first, last] = [layers[0], layers.at(-1)] as [RecurrentWeights, RecurrentWeights];
  const features = last.directions.length * recurrentSizes(last).units;
  return encodeOnnx({
    name: 'recurrent',
    inputs: [
      { name: 'x', type: 'float', shape: ['batch', 'time', recurrentSizes(first).inputDim] },
      { name: 'lengths', type: 'int32', shape: ['batch'] },
    ],
    outputs: [{ name: 'outputs', type: 'float', shape: ['batch', 'time', features] }],
    nodes: parts.flatMap(({ nodes }) => nodes),
    weights: new Map(parts.flatMap(({ weights }) => weights)),
    integers: new Map(parts.flatMap(({ integers }) => integers)),
  });
}
