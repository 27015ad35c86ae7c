/** Weights and inputs of a task, drawn from its seed: every peer and the reference make the same ones. */

import { uniform } from '../layers/initial-values';
import { RandomStream } from '../random';
import { directionsOf, distinctRows, gatesOf, type Task } from './workload';

/** The weights of one direction, laid out as in Keras: gates i, f, c, o or, of a GRU, z, r, h along the last axis. */
export interface DirectionWeights {
  /** [inputDim, gates·units] */
  kernel: Float32Array;
  /** [units, gates·units] */
  recurrentKernel: Float32Array;
  /** [gates·units] */
  bias: Float32Array;
}

export interface TaskData {
  /** [batch, time, inputDim]; row r is row r % rows. */
  x: Float32Array;
  /** [batch] */
  labels: Int32Array;
  /** How many rows are distinct. */
  rows: number;
  /** Two, but one for 'step'. */
  directions: DirectionWeights[];
  /** The weights of the additive attention: [2·units, attentionUnits], [attentionUnits], [attentionUnits]. */
  attention: { kernel: Float32Array; bias: Float32Array; query: Float32Array };
  /** The weights of the dense layer: [2·units, 1], [1]. */
  dense: { kernel: Float32Array; bias: Float32Array };
  /** State before a single step, [batch, units] each. */
  state: { h: Float32Array; c: Float32Array };
}

/** The labels of the training step. */
export const training = { learningRate: 1e-3, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, clipNorm: 1 } as const;

export function makeTaskData(task: Task): TaskData {
  const { shape, seed, corrupt } = task;
  const { op, batch, time, inputDim, units, attentionUnits } = shape;
  const rows = distinctRows(task);
  const random = new RandomStream(seed, 'benchmark');
  const draw = (count: number, inputs: number) => uniform(count, 1 / Math.sqrt(inputs), random);
  const repeated = (values: Float32Array) => {
    const all = new Float32Array((values.length / rows) * batch);
    for (let start = 0; start < all.length; start += values.length) all.set(values, start);
    return all;
  };

  const columns = gatesOf(op) * units;
  const directions = Array.from({ length: directionsOf(op) }, () => ({
    kernel: draw(inputDim * columns, units),
    recurrentKernel: draw(units * columns, units),
    bias: draw(columns, units),
  }));
  const features = 2 * units;
  const data: TaskData = {
    rows,
    directions,
    attention: {
      kernel: draw(features * attentionUnits, features),
      bias: draw(attentionUnits, features),
      query: draw(attentionUnits, attentionUnits),
    },
    dense: { kernel: draw(features, features), bias: draw(1, features) },
    x: repeated(draw(rows * time * inputDim, 1)),
    state: { h: repeated(draw(rows * units, 4)), c: repeated(draw(rows * units, 4)) },
    labels: Int32Array.from({ length: batch }, (_, row) => (row % rows) % 2),
  };
  // The first recurrent weight: the change is so small that only a real comparison finds it.
  if (corrupt) (directions[0] as DirectionWeights).recurrentKernel[0]! += 0.5;
  return data;
}

/** The classifier's weights in the order of its model: both directions, attention, dense layer. */
export function weightList({ directions, attention, dense }: TaskData): Float32Array[] {
  return [
    ...directions.flatMap(({ kernel, recurrentKernel, bias }) => [kernel, recurrentKernel, bias]),
    attention.kernel,
    attention.bias,
    attention.query,
    dense.kernel,
    dense.bias,
  ];
}
