/** Options that tf.js's own layers have not, or have and do not honour. What they share is held together in test/unit/fuse. */
import { grads, io, sum, type Tensor, tensor3d, tidy } from '@tensorflow/tfjs-core';
import { input, type LayersModel, layers, loadLayersModel, model, sequential } from '@tensorflow/tfjs-layers';
import { describe, expect, it } from 'vitest';
import { fuse } from '../../../src/fuse/fuse';
import { gru } from '../../../src/kernels';
import { Bidirectional } from '../../../src/layers/bidirectional';
import { GRU } from '../../../src/layers/gru';
import { LSTM } from '../../../src/layers/lstm';
import { expectClose } from '../../support/numeric';
import { randomiseWeights, randomTensor, useCpu } from '../model/setup';

useCpu();

const x = () => randomTensor([3, 4, 2], 1);

function modelOf(layer: layers.Layer): LayersModel {
  const series = input({ shape: [4, 2] });
  const made = model({ inputs: series, outputs: layer.apply(series) as typeof series });
  randomiseWeights(made, 5);
  return made;
}

const values = (tensor: unknown): Float32Array => (tensor as Tensor).dataSync() as Float32Array;

describe('GRU', () => {
  it('has the reset gate of Keras and torch by default, with a bias for each product', () => {
    const layer = new GRU({ units: 3, returnSequences: true, recurrentActivation: 'sigmoid' });
    const made = modelOf(layer);
    const [kernel, recurrentKernel, bias] = layer.getWeights() as [Tensor, Tensor, Tensor];
    expect(bias.shape).toEqual([2, 9]);
    const { outputs } = gru(x(), { kernel, recurrentKernel, bias }, { resetAfter: true });
    expectClose('outputs', values(made.predict(x())), values(outputs), 1e-6);
  });

  it('equals tf.layers.gru with resetAfter: false', () => {
    const ours = modelOf(new GRU({ units: 3, resetAfter: false, goBackwards: true }));
    const stock = modelOf(layers.gru({ units: 3, goBackwards: true, recurrentInitializer: 'zeros' }));
    ours.setWeights(stock.getWeights());
    expectClose('output', values(ours.predict(x())), values(stock.predict(x())), 1e-6);
  });
});

describe('Bidirectional', () => {
  it('of GRUs equals tf.layers.bidirectional around one', () => {
    const ours = modelOf(new Bidirectional({ cell: 'gru', units: 3, resetAfter: false, mergeMode: 'mul' }));
    const layer = layers.gru({ units: 3, recurrentInitializer: 'zeros' });
    const stock = modelOf(layers.bidirectional({ layer, mergeMode: 'mul' }));
    ours.setWeights(stock.getWeights());
    expectClose('output', values(ours.predict(x())), values(stock.predict(x())), 1e-6);
  });

  it('returns both directions with mergeMode null, and refuses another cell', () => {
    const made = modelOf(new Bidirectional({ units: 3, mergeMode: null, returnSequences: true }));
    expect((made.predict(x()) as Tensor[]).map(({ shape }) => shape)).toEqual([
      [3, 4, 3],
      [3, 4, 3],
    ]);
    expect(() => new Bidirectional({ units: 3, cell: 'rnn' as never })).toThrow("cell is 'rnn'");
  });
});

describe('regularisers', () => {
  it('add to the loss', () => {
    const layer = new LSTM({ units: 3, kernelRegularizer: 'l1l2', recurrentRegularizer: 'l1l2' });
    const made = modelOf(layer);
    const [kernel, recurrentKernel] = layer.getWeights() as [Tensor, Tensor];
    const penalty = (weight: Tensor) =>
      weight.dataSync<'float32'>().reduce((total, w) => total + 0.01 * (Math.abs(w) + w * w), 0);
    const losses = made.calculateLosses().map((loss) => loss.dataSync()[0]!);
    expectClose('losses', losses, [penalty(kernel), penalty(recurrentKernel)], 1e-5);
  });
});

describe('dropout', () => {
  const run = (args: { seed?: number; training: boolean }): Float32Array[] => {
    const layer = new LSTM({ units: 3, dropout: 0.5, ...(args.seed !== undefined && { seed: args.seed }) });
    modelOf(layer);
    return [0, 1].map(() => values(layer.apply(x(), { training: args.training })));
  };

  it('is drawn for each call, the same in each run with a seed', () => {
    const [first, second] = run({ seed: 3, training: true });
    expect(first).not.toEqual(second);
    expect(run({ seed: 3, training: true })).toEqual([first, second]);
    expect(run({ seed: 4, training: true })[0]).not.toEqual(first);
  });

  it('is left out of inference', () => {
    const [first, second] = run({ training: false });
    expect(first).toEqual(second);
  });
});

describe('states', () => {
  it('are kept from call to call, and can be reset or given', () => {
    const layer = new GRU({ units: 2, stateful: true, returnState: true });
    modelOf(layer);
    const call = () => (layer.apply(x()) as Tensor[]).map(values);
    layer.resetStates();
    const [first, state] = call();
    const [second] = call();
    expect(second).not.toEqual(first);
    layer.resetStates();
    expect(call()[0]).toEqual(first);
    layer.resetStates(randomTensor([3, 2], 1, 0));
    expect(call()[1]).toEqual(state);
    expect(() => layer.resetStates([randomTensor([3, 5], 1)])).toThrow('expected [batch, 2]');
    expect(() => layer.apply(randomTensor([5, 4, 2], 1))).toThrow('keeps the states of 3 rows');
  });
});

it('a single step is differentiated, which tf.js cannot', () => {
  const stock = sequential({
    layers: [layers.lstm({ units: 2, inputShape: [1, 1], recurrentInitializer: 'zeros' })],
  });
  const slope = (subject: LayersModel) =>
    tidy(() => grads((series) => sum(subject.apply(series!) as Tensor))([tensor3d([[[0.5]]])]));
  expect(() => slope(stock)).toThrow();
  expect(slope(fuse(stock))).toHaveLength(1);
});

it('every option survives saving and loading', async () => {
  const layersOf = [
    new LSTM({
      units: 2,
      activation: 'relu',
      recurrentActivation: 'linear',
      useBias: false,
      dropout: 0.2,
      seed: 4,
      returnSequences: true,
      goBackwards: true,
      stateful: true,
      kernelRegularizer: 'l1l2',
      recurrentConstraint: 'maxNorm',
      batchInputShape: [3, 4, 2],
    }),
    new Bidirectional({ units: 2, cell: 'gru', mergeMode: 'ave', returnSequences: true, resetAfter: false }),
    new GRU({ units: 2, trainable: false }),
  ];
  const made = sequential({ layers: layersOf });
  let saved: io.ModelArtifacts | undefined;
  await made.save(
    io.withSaveHandler(async (artifacts) => {
      saved = { ...artifacts, modelTopology: JSON.parse(JSON.stringify(artifacts.modelTopology)) };
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
    }),
  );
  const loaded = await loadLayersModel(io.fromMemory(saved as io.ModelArtifacts));
  const plain = (subject: LayersModel) =>
    JSON.stringify(
      subject.layers.map((layer) => layer.getConfig()),
      (_key, value) => value ?? null,
    );
  expect(JSON.parse(plain(loaded))).toEqual(JSON.parse(plain(made)));
  expectClose('output', values(loaded.predict(x())), values(made.predict(x())), 1e-6);
});
