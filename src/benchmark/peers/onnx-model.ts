/** An ONNX model of one LSTM or GRU node with its weights. */
import { encodeOnnx, type OnnxValue } from '../../model/weights/onnx/graph';
import { nodeWeights, recurrentNode } from '../../model/weights/onnx/recurrent';
import type { CellWeights, RecurrentWeights } from '../../model/weights/recurrent';
import type { DirectionWeights } from '../task-data';
import { gatesOf, type Shape } from '../workload';

/**
 * Input `x` [time, batch, inputDim]; with the operation 'step' also `h`, `c` [1, batch, units]. Outputs `outputs` [time,
 * directions, batch, units], `finalH` and, of an LSTM, `finalC` [directions, batch, units].
 */
export function encodeRecurrentModel(shape: Shape, directions: readonly DirectionWeights[]): Uint8Array {
  const { op, batch, time, inputDim, units } = shape;
  const count = directions.length;
  const columns = gatesOf(op) * units;
  const layer: RecurrentWeights = {
    cell: op === 'bigru' ? 'gru' : 'lstm',
    resetAfter: false,
    directions: directions.map(
      ({ kernel, recurrentKernel, bias }): CellWeights => ({
        kernel: { shape: [inputDim, columns], data: kernel },
        recurrentKernel: { shape: [units, columns], data: recurrentKernel },
        bias: { shape: [columns], data: bias },
      }),
    ) as RecurrentWeights['directions'],
  };
  const weights = nodeWeights(layer);
  const finals = op === 'bigru' ? ['finalH'] : ['finalH', 'finalC'];
  const states = op === 'step' ? ['h', 'c'] : [];
  const state = (name: string): OnnxValue => ({ name, type: 'float', shape: [count, batch, units] });
  return encodeOnnx({
    name: layer.cell,
    inputs: [{ name: 'x', type: 'float', shape: [time, batch, inputDim] }, ...states.map(state)],
    outputs: [{ name: 'outputs', type: 'float', shape: [time, count, batch, units] }, ...finals.map(state)],
    nodes: [recurrentNode(layer, ['x', 'w', 'r', 'b', '', ...states], ['outputs', ...finals])],
    weights: new Map([
      ['w', weights.kernel],
      ['r', weights.recurrentKernel],
      ['b', weights.bias],
    ]),
  });
}
