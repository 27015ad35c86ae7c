/** An ONNX model of one LSTM node with its weights. */
import { encodeOnnx, type OnnxValue } from '../../model/weights/onnx/graph';
import { nodeWeights, recurrentNode } from '../../model/weights/onnx/recurrent';
import type { CellWeights, RecurrentWeights } from '../../model/weights/recurrent';
import type { DirectionWeights } from '../task-data';
import type { Shape } from '../workload';

/**
 * Input `x` [time, batch, inputDim]; with the operation 'step' also `h`, `c` [1, batch, units]. Outputs `outputs` [time,
 * directions, batch, units], and `finalH`, `finalC` [directions, batch, units].
 */
export function encodeLstmModel(shape: Shape, directions: readonly DirectionWeights[]): Uint8Array {
  const { op, batch, time, inputDim, units } = shape;
  const count = directions.length;
  const layer: RecurrentWeights = {
    cell: 'lstm',
    resetAfter: false,
    directions: directions.map(
      ({ kernel, recurrentKernel, bias }): CellWeights => ({
        kernel: { shape: [inputDim, 4 * units], data: kernel },
        recurrentKernel: { shape: [units, 4 * units], data: recurrentKernel },
        bias: { shape: [4 * units], data: bias },
      }),
    ) as RecurrentWeights['directions'],
  };
  const weights = nodeWeights(layer);
  const states = op === 'step' ? ['h', 'c'] : [];
  const state = (name: string): OnnxValue => ({ name, type: 'float', shape: [count, batch, units] });
  return encodeOnnx({
    name: 'lstm',
    inputs: [{ name: 'x', type: 'float', shape: [time, batch, inputDim] }, ...states.map(state)],
    outputs: [
      { name: 'outputs', type: 'float', shape: [time, count, batch, units] },
      ...['finalH', 'finalC'].map(state),
    ],
    nodes: [recurrentNode(layer, ['x', 'w', 'r', 'b', '', ...states], ['outputs', 'finalH', 'finalC'])],
    weights: new Map([
      ['w', weights.kernel],
      ['r', weights.recurrentKernel],
      ['b', weights.bias],
    ]),
  });
}
