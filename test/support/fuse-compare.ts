/** A model of tf.js's own layers and the same one fused, on whichever backend is active: in Node and in a page. */
import * as tf from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, model } from '@tensorflow/tfjs-layers';
import { fuse } from '../../src/fuse/fuse';
import { RandomStream } from '../../src/random';
import { normals } from './cases';
import { type FuseCase, maskOf } from './fuse-cases';
import { largestError, relativeError } from './numeric';

/** How far the fused model is from the stock one in an output, a state or a gradient. */
export interface Difference {
  name: string;
  isGradient: boolean;
  /** ‖fused − stock‖₂ / ‖stock‖₂, or the largest difference where that is smaller; null stands for NaN or infinity. */
  error: number | null;
}

/** @param stockBackend where the stock model runs; on WebGPU tf.js cannot compile what it does with a mask */
export async function compareFused(c: FuseCase, stockBackend = tf.getBackend()): Promise<Difference[]> {
  const fusedBackend = tf.getBackend();
  const random = new RandomStream(c.seed, 'values');
  const values = (shape: number[], scale = 0.5) =>
    tf.tensor(normals(random, tf.util.sizeFromShape(shape), scale), shape);
  const stock = stockModel(c);
  const fused = fuse(stock);
  for (const { layer, reason } of fuse.report(fused)) {
    if (reason) throw new Error(`${layer} is not fused: ${reason}`);
  }
  const weights = stock.getWeights().map((weight) => values(weight.shape, 0.35));
  stock.setWeights(weights);
  const args: Arguments = {
    x: values([c.batch, c.time, c.inputDim]),
    states: c.initialState ? stateSizes(c).map((size) => values([c.batch, size])) : [],
    mask: c.mask === 'none' ? undefined : tf.tensor2d(maskOf(c)),
    projections: stock.outputs.map(({ shape }) => values(shape.map((size) => size ?? c.batch))),
  };
  // tf.js moves tensors to another backend by a synchronous read, for which WebGPU needs a canvas; that ends Chromium's
  // GPU process on SwiftShader. What was read before has its values on the CPU, also weights that a constraint computed.
  await Promise.all(stock.weights.map((weight) => weight.read().data()));
  await tf.setBackend(stockBackend);
  const expected = await run(stock, args);
  await tf.setBackend(fusedBackend);
  const actual = await run(fused, args);
  tf.dispose([weights, { ...args }] as tf.TensorContainer);
  fused.dispose();
  stock.dispose();
  return expected.map(({ name, isGradient, data }, i) => {
    const given = actual[i]!.data;
    const error = Math.min(relativeError(given, data), largestError(given, data).error);
    return { name, isGradient, error: Number.isFinite(error) ? error : null };
  });
}

interface Arguments {
  x: tf.Tensor;
  states: tf.Tensor[];
  mask: tf.Tensor | undefined;
  projections: tf.Tensor[];
}

/**
 * Outputs of `predict` and of two calls of the recurrent layer, then the gradients of their projection to x, the states
 * and all weights in a call in training. The layer is called by itself, because a model of tf.js can neither
 * differentiate a mask that is made of x nor train a layer with both initial states and several outputs.
 */
async function run(subject: LayersModel, { x, states, mask, projections }: Arguments) {
  const layer = subject.layers.at(-1) as layers.Layer;
  const call = (series: tf.Tensor, initialState: tf.Tensor[], training: boolean) => {
    const given = { ...(initialState.length > 0 && { initialState }), ...(mask && { mask }) };
    return [layer.apply(series, { ...given, training })].flat() as tf.Tensor[];
  };
  const reset = () => layer.stateful && subject.resetStates();
  const predicted = [subject.predict(x)].flat();
  reset();
  const calls = [0, 1].map(() => tf.tidy(() => call(x, states, false)));
  reset();
  const variables = subject.weights.map((weight) => weight.read());
  const gradients = tf.tidy(() =>
    tf.grads((series, ...args) => {
      const outputs = call(series!, args.slice(0, states.length), true);
      return tf.addN(outputs.map((output, i) => tf.sum(tf.mul(output, projections[i]!)))) as tf.Scalar;
    })([x, ...states, ...variables]),
  );
  const names = [
    'x',
    ...states.map((_, i) => `state ${i}`),
    ...subject.weights.map((one) => one.originalName),
  ];
  const results = [
    ...predicted.map((value, i) => ({ name: `prediction ${i}`, isGradient: false, value })),
    ...calls.flatMap((outputs, n) =>
      outputs.map((value, i) => ({ name: `output ${i} of call ${n}`, isGradient: false, value })),
    ),
    ...gradients.map((value, i) => ({ name: names[i]!, isGradient: true, value })),
  ];
  const read = await Promise.all(
    results.map(async ({ value, ...rest }) => ({ ...rest, data: await value.data() })),
  );
  tf.dispose(results.map(({ value }) => value));
  return read;
}

function stockModel(c: FuseCase): LayersModel {
  const x = input({ batchShape: [c.stateful ? c.batch : null, c.time, c.inputDim] });
  const layer = stockLayer(c);
  const outputs = layer.apply(x) as typeof x;
  if (c.dropout > 0) fixDropout(layer, c.seed);
  return model({ inputs: x, outputs });
}

function stateSizes(c: FuseCase): number[] {
  const own = c.cell === 'lstm' ? [c.units, c.units] : [c.units];
  if (c.form === 'bidirectional') return [...own, ...own];
  if (c.form !== 'stack') return own;
  const other = c.units + 1;
  return [...(c.cell === 'lstm' ? [other] : [other, other]), ...own];
}

function stockLayer(c: FuseCase): layers.Layer {
  const cellArgs = {
    units: c.units,
    activation: c.activation,
    recurrentActivation: c.recurrentActivation,
    useBias: c.useBias,
    unitForgetBias: c.unitForgetBias,
    trainable: c.trainable,
    // Drawing orthogonal values takes tf.js long, and all weights are replaced.
    recurrentInitializer: 'zeros' as const,
    ...(c.regularizer && { kernelRegularizer: 'l1l2' as const }),
    ...(c.constraint && { kernelConstraint: 'maxNorm' as const }),
  };
  const { returnSequences, returnState, goBackwards, stateful, trainable, dropout } = c;
  const sequence = { returnSequences, returnState, goBackwards, stateful, trainable };
  // tf.js's RNN never draws the dropout of its cell again, not even between inference and training.
  const cell = (kind: 'lstm' | 'gru', units: number) =>
    layers[kind === 'lstm' ? 'lstmCell' : 'gruCell']({ ...cellArgs, units });
  if (c.form === 'cell') return layers.rnn({ ...sequence, cell: cell(c.cell, c.units) });
  if (c.form === 'stack') {
    const other = cell(c.cell === 'lstm' ? 'gru' : 'lstm', c.units + 1);
    return layers.rnn({ ...sequence, cell: [cell(c.cell, c.units), other] });
  }
  const layer = layers[c.cell]({ ...cellArgs, ...sequence, dropout });
  if (c.form === 'layer') return layer;
  return layers.bidirectional({ layer, mergeMode: c.mergeMode as 'concat' });
}

/** tf.js takes a function for the dropout but loses it when Bidirectional copies its layer. */
function fixDropout(layer: layers.Layer, seed: number): void {
  const { cell, forwardLayer, backwardLayer } = layer as unknown as Record<string, Record<string, unknown>>;
  if (cell) cell.dropoutFunc = (x: tf.Tensor, rate: number) => tf.dropout(x, rate, undefined, seed);
  if (forwardLayer) fixDropout(forwardLayer as never, seed);
  if (backwardLayer) fixDropout(backwardLayer as never, seed + 1);
}
